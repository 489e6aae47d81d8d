import Foundation
import GraphInvitations
import Testing

@Suite struct SecretTests {
    @Test func `no secret prints, however it is printed`() {
        let planted = "PLANTED"
        let request = TransportRequest(
            method: "POST",
            url: "https://login.example/t/oauth2/v2.0/token",
            headers: [
                "Authorization": "Bearer \(planted)", "cookie": planted, "X-IDENTITY-HEADER": planted,
                "Content-Type": "application/x-www-form-urlencoded",
            ],
            body: Data("client_id=c&client_secret=\(planted)&client_assertion=\(planted)".utf8)
        )
        var error = GraphError(code: .malformedResponse)
        error.response = TransportResponse(statusCode: 201, headers: ["Set-Cookie": planted], body: Data(planted.utf8))
        let values: [Any] = [
            Secret(planted), RedeemURL(planted), AccessToken(token: Secret(planted)), StaticTokenCredential(planted),
            ClientSecretCredential(tenantID: "t", clientID: "c", clientSecret: planted), request, request.headers,
            error,
            error.response as Any,
            GraphClient(credential: StaticTokenCredential(planted), transport: FixedTransport(200)),
            TransportError(.unknown, mayHaveBeenSent: true, message: "m"),
        ]
        for value in values { #expect(!printed(value).contains(planted), "\(type(of: value))") }
        #expect(!request.curlCommand.contains(planted))
    }

    @Test func `a line break in a request cannot make a line of a log`() {
        let request = TransportRequest(method: "GET\r\nX", url: "https://a.example\n", headers: ["Via": "b\u{0}\nc"])
        #expect(request.description == "GET X https://a.example [Via: b c] 0 bytes")
    }

    @Test func `a curl command can be pasted`() {
        let request = TransportRequest(
            method: "POST",
            url: "https://graph.example/v1.0/invitations",
            headers: ["Authorization": "Bearer t", "Content-Type": "application/json"],
            body: Data(#"{"a":"it's"}"#.utf8)
        )
        #expect(
            request.curlCommand == #"""
                curl -X 'POST' 'https://graph.example/v1.0/invitations' \
                  -H 'Authorization: <redacted>' \
                  -H 'Content-Type: application/json' \
                  --data-binary '{"a":"it'\''s"}'
                """#
        )
    }

    @Test func `a secret compares and reveals like the string it is`() {
        let secret: Secret = "s"
        #expect(secret == Secret("s"))
        #expect(secret.reveal() == "s")
        #expect("\(secret)" == "<secret>")
        #expect("\(RedeemURL("x"))" == "<redeem URL>")
    }

    @Test(arguments: ["", "a", "a.b", "a.b.c", "a.e30.c", "a.bm90IGpzb24.c", "a..c", "ü.ü.ü"])
    func `a token that says nothing about permissions holds none`(_ token: String) {
        #expect(AccessToken(token: Secret(token)).permissions == [])
    }
}
