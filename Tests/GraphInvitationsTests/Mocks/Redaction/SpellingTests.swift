import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// What is found however it is spelt, and wherever it stands.
@Suite struct SpellingTests {
    static let texts: [(String, String)] = [
        (
            "/users?$filter=mail eq 'jane%2Bnews%40tailspin.com'",
            "/users?$filter=mail eq %27person1%40domain1.example%27"
        ),
        (
            "/users/jane_tailspin.com%23EXT%23%40tailspin.onmicrosoft.com",
            "/users/person1_domain1.example%23EXT%23%40domain2.example"
        ),
        ("jane%2540tailspin.com", "person1%2540domain1.example"),
        ("jane&#64;tailspin.com", "person1&#64;domain1.example"),
        (#"jane\u0040tailspin.com"#, #"person1\u0040domain1.example"#),
        ("jane~doe!x@tailspin.com", "person1@domain1.example"),
        ("the secret Zk18Q~aB.cD1eF2gH3.iJ4kL5mN6~oP7qR8sT9u is wrong", "the secret REDACTED is wrong"),
        ("http://[::1]:8080/x and http://[2001:db8:1::7]/x", "http://[::1]/x and http://[2001:db8::1]/x"),
        (
            "from fe80::1ff:fe23:4567:890a at 10:00:00 and 2001:0db8:85a3:0000:0000:8a2e:0370:7334",
            "from 2001:db8::1 at 10:00:00 and 2001:db8::2"
        ),
        (
            "see https://graph.microsoft.com. Or (https://portal.tailspin.com), portal.tailspin.com.",
            "see https://graph.microsoft.com. Or (https://domain1.example), domain1.example."
        ),
        (
            "https://login.microsoftonline.com/tailspin.zzz/oauth2/v2.0/token of mail.tailspin.zzz",
            "https://login.microsoftonline.com/domain1.example/oauth2/v2.0/token of mail.domain1.example"
        ),
        ("tailspin.zzz has jane@tailspin.zzz", "domain1.example has person1@domain1.example"),
        (
            "#microsoft.graph.group, Microsoft.Online.DirectoryServices.Group",
            "#microsoft.graph.group, Microsoft.Online.DirectoryServices.Group"
        ),
        (
            "a tailspin.com-based app. At tailspin.com.Ask them",
            "a domain1.example-based app. At domain1.example.Ask them"
        ),
        (
            "https://api.example/x of api://dc8b9eaa-68c0-4781-aa4f-be3a015c90f0/.default",
            "https://api.example/x of api://00000000-0000-0000-0000-000000000001/.default"
        ),
        ("jane!x_tailspin.com#EXT#@tailspin.com", "person1_domain1.example#EXT#@domain1.example"),
        ("property invitedUser.id is not one of live.com", "property invitedUser.id is not one of live.com"),
        (
            "/users?$filter=a eq 'A%26B'&b=jane%40tailspin.com",
            "/users?$filter=a eq 'A%26B'&b=person1%40domain1.example"
        ),
        ("a@ta.de of data.delta and b.ta.de", "person1@domain1.example of data.delta and b.domain1.example"),
        ("tailspin.online", "domain1.example"),
        ("https://login.live.com/x?code=0.AVYAge&state=1", "https://login.live.com/x?code=REDACTED&state=1"),
        ("https://login.live.com/error?code=70011", "https://login.live.com/error?code=70011"),
        (
            "2026-11-21T10:00:01Z, 2026-11-21T10:00:02.5+01:00, 2026-11-21 10:00:03",
            "2026-01-01T00:00:01Z, 2026-01-01T00:00:01Z, 2026-01-01 00:00:01"
        ),
        ("100% sure, 5%25 of jane%20doe", "100% sure, 5%25 of jane%20doe"),
        (base64("{\n  \"mail\": \"jane@tailspin.com\"\n}"), base64(#"{"mail":"person1@domain1.example"}"#)),
        (base64(#"{ "client_secret":"hunter2hunter2"}"#), base64(#"{"client_secret":"REDACTED"}"#)),
        (base64(#"{"displayName":"Jane Doe"}"#), base64(#"{"displayName":"text 1"}"#)),
        (base64(#"{"access_token":{"acrs": {"value":1}}}"#), base64(#"{"access_token":{"acrs": {"value":1}}}"#)),
    ]

    static let members: [(String, String)] = [
        (#"{"clientSecret":"abc","code_verifier":"abc"}"#, #"{"clientSecret":"REDACTED","code_verifier":"REDACTED"}"#),
        (
            #"{"@odata.id":"https://graph.microsoft.com/v1.0/users/x","sponsors@odata.context":"/x"}"#,
            #"{"@odata.id":"https://graph.microsoft.com/v1.0/users/x","sponsors@odata.context":"/x"}"#
        ),
        (#"{"jane@tailspin.com@odata.type":"x"}"#, #"{"person1@domain1.example@odata.type":"x"}"#),
        (
            #"{"displayName":"Heidi Müller","x":"Heidi Müller","y":"call Heidi Müller"}"#,
            #"{"displayName":"text 1","x":"text 1","y":"call text 1"}"#
        ),
        (#"{"a":"call Heidi Müller","displayName":"Heidi Müller"}"#, #"{"a":"call text 1","displayName":"text 1"}"#),
        (
            #"{"mobilePhone":"+49-40-1234","z":"+49-40-1234","employeeId":4711}"#,
            #"{"employeeId":0,"mobilePhone":"text 1","z":"text 1"}"#
        ),
        (#"{"displayName":"Doe,Jane@tailspin.com"}"#, #"{"displayName":"text 1"}"#),
        (#"{"displayName":"@janedoe"}"#, #"{"displayName":"text 1"}"#),
        (#"{"postalCode":"50126","x":"AADSTS50126: no"}"#, #"{"postalCode":"text 1","x":"AADSTS50126: no"}"#),
        (#"{"displayName":"Ann Lee","x":"Joann Leeds"}"#, #"{"displayName":"text 1","x":"Joann Leeds"}"#),
        (
            #"{"expires_in":4021,"ext_expires_in":4021,"nbf":1604106651}"#,
            #"{"expires_in":3599,"ext_expires_in":3599,"nbf":1767225601}"#
        ),
        (#"{"businessPhones":[{"number":"+49 1"}]}"#, #"{"businessPhones":[{"number":"text 1"}]}"#),
        (#"{"displayName":"Guest","userType":"Guest"}"#, #"{"displayName":"text 1","userType":"Guest"}"#),
        (
            #"{"displayName":"jane@tailspin.com","mail":"Jane@tailspin.com"}"#,
            #"{"displayName":"person1@domain1.example","mail":"person1@domain1.example"}"#
        ),
    ]

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    @Test(arguments: texts + members) func `a value is found in any spelling, and nothing is found twice`(
        _ text: String,
        _ expected: String
    ) throws {
        #expect(try redacted(text) == expected)
        #expect(try redacted(expected) == expected)
    }

    static let secrets: [(String, String, String)] = [
        ("p+ss w%rd", "p+ss%20w%25rd", "REDACTED"),
        ("hunter2-admin-key", "hunter2-admin-key hunter2", "REDACTED REDACTED"),
        ("x y z 1", "x+y+z+1 x%2520y%2520z%25201 x y z 1", "REDACTED REDACTED REDACTED"),
        ("a>?~b?c", base64("a>?~b?c").replacing("/", with: "_").replacing("+", with: "-"), "REDACTED=="),
    ]

    @Test(arguments: secrets) func `a secret that was named is found in any spelling`(
        _ secret: String,
        _ text: String,
        _ expected: String
    ) throws {
        #expect(try redacted(text, Redaction(secrets: [Secret("hunter2"), Secret(secret)])) == expected)
    }

    @Test func `a secret goes before what stands in it`() throws {
        let redaction = Redaction(placeholders: ["jane": "john"], secrets: [Secret("key of jane")])
        #expect(
            try redacted("the key of jane, https://x.example/?a=key+of%20jane", redaction)
                == "the REDACTED, https://x.example/?a=REDACTED"
        )
    }

    @Test(arguments: [
        (
            ["doe@tailspin.com": "admin@fabrikam.com"], "SMTP:jane.doe@tailspin.com, doe@tailspin.com.",
            "SMTP:person1@domain1.example, admin@fabrikam.com."
        ),
        (["Jane": "John", "John": "Jack"], "Jane and John, Janet", "John and Jack, Janet"),
        (["jane.doe": "someone"], "by jane.doe", "by someone"),
        (["tailspin.zzz": "contoso.com"], "tailspin.zzz", "contoso.com"),
        (["ä": "%C3%A4"], "ä and %C3%A4", "%C3%A4 and %25C3%25A4"), (["Jane": "Jane X"], "Jane", "Jane"),
        (
            ["Jane Doe": "Fabrikam Admin"], "https://graph.microsoft.com/x?a=Jane%20Doe",
            "https://graph.microsoft.com/x?a=Fabrikam%20Admin"
        ),
    ])
    func `what was named is replaced where it is a word of its own, and once`(
        _ placeholders: [String: String],
        _ text: String,
        _ expected: String
    ) throws {
        #expect(try redacted(text, Redaction(placeholders: placeholders)) == expected)
    }

    @Test func `a domain of one's choice does not let out who is behind it`() throws {
        let text = "jane.doe@tailspin.com, jane.doe_tailspin.com#EXT#@tailspin.com and https://tailspin.com/x"
        let expected = "person1@contoso.com, person1_contoso.com#EXT#@contoso.com and https://contoso.com/x"
        #expect(try redacted(text, Redaction(placeholders: ["tailspin.com": "contoso.com"])) == expected)
    }
}
