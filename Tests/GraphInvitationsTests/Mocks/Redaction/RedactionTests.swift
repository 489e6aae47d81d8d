import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct RedactionTests {
    static let texts: [(String, String)] = [
        ("mail to jane.doe@tailspin.com", "mail to person1@domain1.example"),
        ("Jane@Tailspin.com, jane@tailspin.com", "person1@domain1.example, person1@domain1.example"),
        ("jane%40tailspin.com", "person1%40domain1.example"), ("o''neill@tailspin.com", "person1@domain1.example"),
        ("zoë@tailspin.com", "person1@domain1.example"),
        ("admin@fabrikam.com and a@b.example", "admin@fabrikam.com and a@b.example"),
        ("personnel@contoso.com at domains.example", "personnel@contoso.com at domains.example"),
        ("person3@domain2.example, jane@tailspin.com", "person3@domain2.example, person4@domain3.example"),
        ("jane@tailspin-grün.de, grün.de", "person1@domain1.example, domain2.example"),
        ("Invites@microsoft.com", "person1@domain1.example"),
        (
            "jane_tailspin.com#EXT#@tailspin.onmicrosoft.com jane@tailspin.com",
            "person1_domain1.example#EXT#@domain2.example person1@domain1.example"
        ),
        ("admin_fabrikam.com#EXT#@contoso.onmicrosoft.com", "admin_fabrikam.com#EXT#@contoso.onmicrosoft.com"),
        (
            "object ID: dc8b9eaa-68c0-4781-aa4f-be3a015c90f0, DC8B9EAA-68C0-4781-AA4F-BE3A015C90F0",
            "object ID: 00000000-0000-0000-0000-000000000001, 00000000-0000-0000-0000-000000000001"
        ),
        (
            "the application '00000003-0000-0000-c000-000000000000'",
            "the application '00000003-0000-0000-c000-000000000000'"
        ),
        ("the domain tailspin.com.", "the domain domain1.example."),
        ("tailspin.onmicrosoft.com", "domain1.example"), ("graph.microsoft.com", "graph.microsoft.com"),
        ("#microsoft.graph.user", "#microsoft.graph.user"), ("User.Invite.All", "User.Invite.All"),
        ("ActionName=CreateInvite, URL absolute path=/api/x", "ActionName=CreateInvite, URL absolute path=/api/x"),
        ("at 2021-03-08T22:51:20", "at 2026-01-01T00:00:01"), ("2016-01-09 02:02:12Z", "2026-01-01 00:00:01Z"),
        ("2021-03-08T22:51:20.123+02:00", "2026-01-01T00:00:01Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("from 203.0.113.7", "from 192.0.2.1"), ("http://127.0.0.1:8080/x", "http://127.0.0.1/x"),
        ("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln", "REDACTED"),
        ("A1b2C3d4E5f6G7h8I9j0K1l2M3", "opaque1"), ("0123456789abcdef0123456789abcdef", "opaque1"),
        ("inviteRedirectUrlOfTheGuest", "inviteRedirectUrlOfTheGuest"),
        ("https://portal.tailspin.com/a?b=1#c", "https://domain1.example/a?b=1#c"),
        (
            "https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20'jane%40tailspin.com'&$top=2",
            "https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20%27person1%40domain1.example%27&$top=2"
        ),
        (
            "https://graph.microsoft.com/v1.0/users?$skiptoken=RFNwdAIAAQAAAB4AAAAAAAAAAAAAA",
            "https://graph.microsoft.com/v1.0/users?$skiptoken=opaque1"
        ),
        (
            "https://graph.microsoft.com/v1.0/users/jane_tailspin.com%23EXT%23%40contoso.com",
            "https://graph.microsoft.com/v1.0/users/person1_domain1.example%23EXT%23%40contoso.com"
        ),
        ("https://login.live.com/x?ticket=abc&y=1", "https://login.live.com/x?ticket=REDACTED&y=1"),
        ("rd%3dx%26ticket%3dwCF%25252f%26ver%3d2.0", "rd%3DREDACTED%26ticket%3DREDACTED%26ver%3D2.0"),
        ("https://jane:pw@tailspin.com/x", "https://domain1.example/x"),
        (#"{"access_token":"abc","#, #"{"access_token":"REDACTED","#),
        ("the ticket=abc of", "the ticket=REDACTED of"), ("ticket=EXAMPLE%2f", "ticket=EXAMPLE%2f"),
        ("ticket%253dabc%2526x", "ticket%253DREDACTED%2526x"),
        (
            #"{"inviteRedeemUrl":"https://login.example/redeem?rd=abc""#,
            #"{"inviteRedeemUrl":"https://login.microsoftonline.com/redeem?rd=REDACTED""#
        ),
        ("<a href=https://login.example/redeem?rd=abc>", "<a href=https://login.example/redeem?rd=REDACTED>"),
        ("https://graph.microsoft.com/x?jane@tailspin.com", "https://graph.microsoft.com/x?person1%40domain1.example"),
        (#"{"displayName":"Jane Doe","#, #"{"displayName":"text 1","#),
        ("a=1&client_secret=abc&b=2", "a=1&client_secret=REDACTED&b=2"),
    ]

    @Test(arguments: texts) func `a text keeps what is nobody's, and nothing else`(
        _ text: String,
        _ expected: String
    ) throws {
        #expect(try redacted(text) == expected)
        // What was redacted is redacted.
        #expect(try redacted(expected) == expected)
    }

    static let members: [(String, String)] = [
        (#"{"displayName":"Jane","givenName":null,"id":7}"#, #"{"displayName":"text 1","givenName":null,"id":7}"#),
        (#"{"businessPhones":["+49 1","+49 2","+49 1"]}"#, #"{"businessPhones":["text 1","text 2","text 1"]}"#),
        (#"{"name":"Jane","address":"a@b.example"}"#, #"{"address":"a@b.example","name":"text 1"}"#),
        (#"{"name":"Content-Type"}"#, #"{"name":"Content-Type"}"#),
        (
            #"{"inviteRedeemUrl":"https://x.example/?t=1"}"#,
            #"{"inviteRedeemUrl":"https://login.microsoftonline.com/redeem?rd=REDACTED"}"#
        ),
        (#"{"ACCESS_TOKEN":["a"],"refresh_token":null}"#, #"{"ACCESS_TOKEN":"REDACTED","refresh_token":null}"#),
        (#"{"jane@tailspin.com":1}"#, #"{"person1@domain1.example":1}"#),
        (#"["jane@tailspin.com"]"#, #"["person1@domain1.example"]"#),
    ]

    @Test(arguments: members) func `members that hold a secret or describe a person are replaced whatever they hold`(
        _ body: String,
        _ expected: String
    ) throws {
        #expect(try redacted(body) == expected)
        #expect(try redacted(expected) == expected)
    }

    @Test(arguments: ["p@ss/w+rd &=%", "päss\"wörd\\", "plain-secret"])
    func `a secret that was named is found in any spelling`(_ secret: String) throws {
        let redaction = Redaction(secrets: [Secret(secret)])
        let encoded = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let base64 = Data(secret.utf8).base64EncodedString()
        for spelling in [secret, encoded, encoded.lowercased(), base64] {
            #expect(try redacted("<\(spelling)>", redaction) == "<REDACTED>")
        }
        #expect(
            try redacted(String(decoding: JSONEncoder.sorted.encode(["a": secret]), as: UTF8.self), redaction)
                == #"{"a":"REDACTED"}"#
        )
    }

    @Test func `names can have placeholders of one's choice, too`() throws {
        let redaction = Redaction(placeholders: ["Jane Doe": "Fabrikam Admin"])
        #expect(try redacted(#"{"displayName":"Jane Doe"}"#, redaction) == #"{"displayName":"Fabrikam Admin"}"#)
    }

    @Test func `what was sent as a credential is not left where a service repeats it`() throws {
        let exchange = Exchange(
            request: TransportRequest(
                method: "POST",
                url: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token?PLANTED-KEY",
                headers: [
                    "Authorization": "Bearer PLANTED-TOKEN", "X-Key": "PLANTED-KEY",
                    "Content-Type": "application/x-www-form-urlencoded",
                ],
                body: Data("client_secret=PLANTED%20SECRET&client_id=app".utf8)
            ),
            outcome: .success(
                TransportResponse(
                    statusCode: 400,
                    body: Data(
                        #"{"error":"PLANTED SECRET of PLANTED-TOKEN","PLANTED-KEY":"UExBTlRFRC1UT0tFTg=="}"#.utf8
                    )
                )
            )
        )
        let recording = try Recording(of: [exchange], name: "r", description: "d")
        #expect(!recording.fixture.contents.contains("PLANTED"))
        #expect(!recording.fixture.contents.contains("UExB"))
        let mock = try json(recording.fixture.contents)["mocks"]?.elements.first
        #expect(mock?["ignore"] == ["/client_secret"])
    }

    @Test func `values can have placeholders of one's choice`() throws {
        let redaction = Redaction(placeholders: [
            "jane@tailspin.com": "admin@fabrikam.com", "tailspin.onmicrosoft.com": "contoso.onmicrosoft.com",
        ])
        let text = "Jane@tailspin.com is jane_tailspin.com#EXT#@tailspin.onmicrosoft.com; bob@tailspin.com is not."
        let expected =
            "admin@fabrikam.com is admin_fabrikam.com#EXT#@contoso.onmicrosoft.com; person1@domain1.example is not."
        #expect(try redacted(text, redaction) == expected)
    }

    @Test func `a placeholder that is somebody's keeps the recording from being made`() throws {
        let redaction = Redaction(placeholders: ["jane@tailspin.com": "joe@wingtip.com"])
        let error = #expect(throws: RecordingError.self) { try redacted("jane@tailspin.com", redaction) }
        guard case .leaks(let leaks)? = error else { return }
        #expect(leaks.map(\.description) == ["r: /mocks/0/response/body holds what the rule email-address is about"])
    }

    @Test func `what cannot be replaced keeps the recording from being made`() throws {
        let error = #expect(throws: RecordingError.self) {
            try redacted(#"{"pin":13579}"#, Redaction(secrets: [Secret("13579")]))
        }
        #expect(
            error?.description == """
                Nothing was written, because these places still hold what must not be in a recording. Name the value in \
                the redaction's placeholders or secrets, or disable the rule if you are sure.
                  r: the file holds what the rule marked-secret is about
                """
        )
    }

    @Test func `a rule that is disabled is not followed`() throws {
        var redaction = Redaction()
        redaction.disabledRules = [.timestamp, .guid]
        let text = "dc8b9eaa-68c0-4781-aa4f-be3a015c90f0 2021-03-08T22:51:20 jane@tailspin.com"
        let expected = "dc8b9eaa-68c0-4781-aa4f-be3a015c90f0 2021-03-08T22:51:20 person1@domain1.example"
        #expect(try redacted(text, redaction) == expected)
    }

    @Test(arguments: [
        (
            #""url":"https://graph.microsoft.com/v1.0/users/jane@tailspin.com""#, "", "/mocks/0/request/url",
            "email-address"
        ),
        (
            #""url":"https://graph.microsoft.com/x","headers":[{"name":"Cookie","value":"a"}]"#, "",
            "/mocks/0/request/headers/0", "header-field"
        ),
        (#""url":"https://graph.microsoft.com/x""#, #","body":"@page.html""#, "@page.html", "json-web-token"),
        (
            #""url":"https://jane:pw@contoso.com/x""#, "", "/mocks/0/request/url", "secret-member"
        ),
        (
            #""url":"https://graph.microsoft.com/x","body":{"client_secret":"abc"}"#, "",
            "/mocks/0/request/body/client_secret", "secret-member"
        ),
    ])
    func `a committed fixture can be searched`(
        _ request: String,
        _ response: String,
        _ pointer: String,
        _ rule: String
    ) throws {
        let fixture = Fixture(
            name: "f",
            contents: """
                {"description":"d","source":{"kind":"recorded","reference":"r"},
                 "mocks":[{"request":{\(request)},"response":{"statusCode":200\(response)}}]}
                """,
            files: response.isEmpty ? [:] : ["page.html": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln"]
        )
        #expect(try Redaction().leaks(in: fixture).map { "\($0.pointer) \($0.rule)" } == ["\(pointer) \(rule)"])
    }

    @Test func `a claims challenge can still be answered`() throws {
        let claims = Data(#"{"access_token":{"nbf":{"value":"1604106651"}}}"#.utf8).base64EncodedString()
        let exchange = Exchange(
            request: TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/x"),
            outcome: .success(
                TransportResponse(
                    statusCode: 401,
                    headers: ["WWW-Authenticate": #"Bearer error="insufficient_claims", claims="\#(claims)""#]
                )
            )
        )
        let fixture = try Recording(of: [exchange], name: "r", description: "d").fixture
        let expected = Data(#"{"access_token":{"nbf":{"value":"1767225601"}}}"#.utf8).base64EncodedString()
        #expect(fixture.contents.contains(expected))
    }

    @Test func `the fields of an item of a batch are taken out as those of an answer are`() throws {
        let answers = #"""
            {"responses":[{"id":"1","status":429,"headers":{"X-Ticket":"abc","Retry-After":"3","Cache-Control":"no-cache"},
            "body":{"inviteRedeemUrl":"https://login.example/redeem?rd=1","headers":{"kept":"as it is"}}}]}
            """#
        let text = try redacted(answers)
        #expect(!text.contains("abc") && !text.contains("Cache-Control") && !text.contains("rd=1"))
        #expect(text.contains(#""Retry-After":"3""#) && text.contains(#""kept":"as it is""#))
    }
}
