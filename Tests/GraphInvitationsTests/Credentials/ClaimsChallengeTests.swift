import Testing

@testable import GraphInvitations

@Suite struct ClaimsChallengeTests {
    /// The example of the documentation.
    private static let claims = #"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#
    private static let base64 =
        "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0="
    private static let uri = #"authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize""#

    static let fields: [[String]] = [
        [#"Bearer realm="", \#(uri), error="insufficient_claims", claims="\#(base64)""#],
        [#"Bearer claims="\#(base64)",error="insufficient_claims""#],
        [#"bearer  ERROR = "Insufficient_Claims" ,  Claims = "\#(base64)" "#],
        // Unquoted, and without its padding.
        [#"Bearer error=insufficient_claims, claims=\#(base64)"#],
        [#"Bearer error="insufficient_claims", claims="\#(base64.dropLast())""#],
        // Beside others: in one field, before and after, and in fields of their own.
        [
            #"Basic realm="a, b=\"c\"", Bearer error="invalid_token", Bearer error="insufficient_claims", claims="\#(base64)""#
        ],
        [#"Bearer error="insufficient_claims", claims="\#(base64)", Negotiate YWJj==, PoP nonce="n""#],
        ["Negotiate YWJj==", #"Bearer realm="", error="insufficient_claims", claims="\#(base64)""#],
        // Some services send the JSON itself.
        [#"Bearer error="insufficient_claims", claims="\#(claims.replacing("\"", with: "\\\""))""#],
    ]

    @Test(arguments: fields) func `reads every form of the challenge`(_ values: [String]) {
        var headers = HTTPFields()
        for value in values { headers.append(value, named: "www-authenticate") }
        #expect(ClaimsChallenge(headers)?.claims == Self.claims)
        // As transports that join fields of one name give it.
        let joined: HTTPFields = ["WWW-Authenticate": values.joined(separator: ", ")]
        #expect(ClaimsChallenge(joined)?.claims == Self.claims)
    }

    @Test(arguments: [
        "", "Bearer", #"Bearer realm="r""#, #"Bearer error="invalid_token", claims="\#(base64)""#,
        #"Bearer error="insufficient_claims""#, #"Bearer error="insufficient_claims", claims="%%%""#,
        #"Bearer error="insufficient_claims", claims="YWJj""#, #"Bearer error="insufficient_claims", claims=""#,
        #"error="insufficient_claims", claims="\#(base64)""#, #"=,"",==,"Bearer"#,
        #"Bearer error="insufficient_claims", claims="\"#,
        // A list is no claims.
        #"Bearer error="insufficient_claims", claims="WzFd""#,
    ])
    func `passes over what asks for nothing`(_ value: String) {
        #expect(ClaimsChallenge(["WWW-Authenticate": value]) == nil)
    }

    @Test func `adds that the client understands challenges to what is asked for`() {
        #expect(ClaimsChallenge.addingCapability(to: nil) == #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#)
        let asked = #"{"access_token":{"acrs":{"essential":true,"value":"c25"}},"id_token":{"a":null}}"#
        #expect(
            ClaimsChallenge.addingCapability(to: asked)
                == #"{"access_token":{"acrs":{"essential":true,"value":"c25"},"xms_cc":{"values":["cp1"]}},"id_token":{"a":null}}"#
        )
    }
}
