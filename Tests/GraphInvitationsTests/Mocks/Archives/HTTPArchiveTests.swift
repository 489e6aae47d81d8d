import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct HTTPArchiveTests {
    /// As a browser saves it: with its own requests, a preflight, and entries that are not in order.
    static let browser = #"""
        {"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[
          {"startedDateTime":"2026-11-21T10:00:02.250Z","time":1,"cache":{},"timings":{},"request":{"method":"POST",
           "url":"https://graph.microsoft.com/v1.0/invitations","httpVersion":"h2","cookies":[],"queryString":[],
           "headers":[{"name":":authority","value":"graph.microsoft.com"},{"name":"authorization","value":"Bearer PLANTED"},
                      {"name":"content-type","value":"application/json"}],"headersSize":-1,"bodySize":9,
           "postData":{"mimeType":"application/json","text":
            "{\"invitedUserEmailAddress\":\"admin@fabrikam.com\",\"inviteRedirectUrl\":\"https://myapp.contoso.com\"}"}},
           "response":{"status":201,"statusText":"Created","httpVersion":"h2","cookies":[{"name":"a","value":"PLANTED"}],
            "headers":[{"name":"content-type","value":"application/json"},{"name":"set-cookie","value":"PLANTED"}],
            "content":{"size":9,"mimeType":"application/json","encoding":"base64",
             "text":"eyJpZCI6ImkiLCJzdGF0dXMiOiJQZW5kaW5nQWNjZXB0YW5jZSIsImludml0ZWRVc2VyIjp7ImlkIjoidSJ9fQ=="},
            "redirectURL":"","headersSize":-1,"bodySize":-1}},
          {"startedDateTime":"2026-11-21T10:00:01Z","request":{"method":"POST",
           "url":"https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token","headers":[],
           "postData":{"mimeType":"application/x-www-form-urlencoded","params":[
            {"name":"client_id","value":"app"},{"name":"client_secret","value":"PLANTED +"},
            {"name":"grant_type","value":"client_credentials"},
            {"name":"scope","value":"https://graph.microsoft.com/.default"}]}},
           "response":{"status":200,"headers":[],"content":{"text":"{\"access_token\":\"PLANTED\",\"expires_in\":3599}"}}},
          {"startedDateTime":"2026-11-21T10:00:00Z","request":{"method":"OPTIONS",
           "url":"https://graph.microsoft.com/v1.0/invitations","headers":[]},"response":{"status":200,"headers":[]}},
          {"startedDateTime":"2026-11-21T10:00:00Z","request":{"method":"GET","url":"https://tailspin.com/PLANTED",
           "headers":[]},"response":{"status":200,"headers":[],"content":{"size":7,"text":"PLANTED"}}},
          {"startedDateTime":"2026-11-21T10:00:03Z","request":{"method":"GET","url":"https://graph.microsoft.com/v1.0/users/u",
           "headers":[]},"response":{"status":0,"headers":[],"content":{"size":0},"_error":"net::ERR_CONNECTION_RESET"}}
        ]}}
        """#

    @Test func `traffic of a browser becomes a fixture that plays, without its secrets`() async throws {
        let archive = try HTTPArchive(contents: "\u{FEFF}" + Self.browser, name: "capture.har")
        #expect(archive.exchanges.count == 3)
        let fixture = try Recording(of: archive.exchanges, name: "capture", description: "d").fixture
        #expect(!fixture.contents.contains("PLANTED"))
        let replay = ReplayTransport(fixture, order: .recorded)
        let credential = ClientSecretCredential(
            tenantID: Samples.tenantID,
            clientID: "app",
            clientSecret: "another one"
        )
        let graph = Samples.client(replay, credential: credential)
        #expect(try await graph.invitations.create(Samples.invitation).invitedUser?.id == "u")
        let lost = await #expect(throws: TransportError.self) {
            try await replay.send(TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users/u"))
        }
        #expect(lost?.code == .connectionLost)
        try await replay.verify()
    }

    static let malformed: [(String, String, String)] = [
        ("{}", "/log", "present"), (#"{"log":{"entries":7}}"#, "/log/entries", "a list"),
        (#"{"log":{"entries":[{}]}}"#, "/log/entries/0/request", "present"),
        (
            entry(#""status":"ok","headers":[]"#), "/log/entries/0/response/status", "a whole number"
        ),
        (
            entry(#""status":200,"headers":[],"content":{"size":9}"#), "/log/entries/0/response/content/text",
            "present: save the archive with its contents"
        ),
        (
            entry(#""status":200,"headers":[],"content":{"text":"?","encoding":"base64"}"#),
            "/log/entries/0/response/content/text", "base64"
        ),
    ]

    private static func entry(_ response: String) -> String {
        #"{"log":{"entries":[{"request":{"method":"GET","url":"https://graph.microsoft.com/x"},"response":{\#(response)}}]}}"#
    }

    @Test(arguments: malformed) func `a malformed archive names the place and the form expected there`(
        _ contents: String,
        _ pointer: String,
        _ expected: String
    ) {
        let error = #expect(throws: FixtureFormatError.self) { try HTTPArchive(contents: contents, name: "a.har") }
        #expect(error?.pointer == pointer)
        #expect(error?.expected == expected)
    }

    @Test func `an archive of other hosts says which are looked for`() throws {
        let contents = Self.browser.replacing("microsoft", with: "tailspin")
        let error = #expect(throws: FixtureFormatError.self) { try HTTPArchive(contents: contents, name: "a.har") }
        #expect(error?.expected.hasPrefix("a list with an exchange with one of dod-graph.microsoft.us, graph.") == true)
        let archive = try HTTPArchive(contents: contents, name: "a.har", hosts: ["graph.tailspin.com"])
        #expect(archive.exchanges.count == 2)
    }

    /// What a fixture is asked, as far as an archive has a place for it.
    private func requests(_ fixture: Fixture) throws -> [[JSONValue?]] {
        try json(fixture.contents)["mocks"]?.elements
            .map { mock in ["method", "url", "body"].map { mock["request"]?[$0] } } ?? []
    }

    /// What a fixture answers, without what a recording leaves out: times, and fields that no client depends on.
    private func answers(_ fixture: Fixture) throws -> [JSONValue] {
        try json(fixture.contents)["mocks"]?.elements
            .map { mock in
                guard case .object(var response)? = mock["response"] else { return .null }
                response["delay"] = nil
                response["headers"] = nil
                return .object(response)
            } ?? []
    }

    @Test(arguments: Fixture.all) func `every fixture gets through an archive and back`(_ fixture: Fixture) throws {
        let contents = try HTTPArchive.contents(of: fixture)
        #expect(contents == (try HTTPArchive.contents(of: fixture)))
        let archive = try HTTPArchive(contents: contents, name: "a.har")
        var redaction = Redaction()
        redaction.disabledRules = [
            .guid, .timestamp, .personalMember, .secretMember, .domain, .emailAddress, .opaqueText, .headerField,
        ]
        let again = try Recording(of: archive.exchanges, name: fixture.name, description: "d", redaction: redaction)
        let report = try ContractCheck.report(on: fixture).findings
        #expect(try ContractCheck.report(on: again.fixture).findings == report)
        #expect(try requests(again.fixture) == requests(fixture))
        if fixture.files.isEmpty { #expect(try answers(again.fixture) == answers(fixture)) }
    }

    @Test func `an archive says how long an answer took, and what a fault leaves open`() throws {
        let fixture = Fixture(
            name: "slow",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/x"},"response":{"delay":1.5}},
                {"request":{"url":"https://graph.microsoft.com/x"},
                 "response":{"fault":"connectionLost","mayHaveBeenSent":false}}]}
                """#
        )
        let contents = try HTTPArchive.contents(of: fixture)
        let entries = try json(contents)["log"]?["entries"]?.elements ?? []
        #expect(entries.first?["time"] == 1500)
        #expect(entries.first?["timings"] == ["send": 0, "wait": 1500, "receive": 0])
        let archive = try HTTPArchive(contents: contents, name: "a.har")
        guard case .failure(let error)? = archive.exchanges.last?.outcome else {
            Issue.record("\(archive.exchanges)")
            return
        }
        #expect(error.code == .connectionLost)
        #expect(!error.mayHaveBeenSent)
    }

    @Test func `an archive has what the specification requires`() throws {
        let archive = try json(try HTTPArchive.contents(of: .signInAndCreate))["log"]
        #expect(archive?["version"] == "1.2")
        #expect(archive?["creator"] == ["name": "graph-invitations", "version": "1"])
        let entry = try #require(archive?["entries"]?.elements.first)
        #expect(entry["startedDateTime"] == "2026-01-01T00:00:00Z")
        #expect(entry["timings"] == ["send": 0, "wait": 0, "receive": 0])
        #expect(entry["cache"] == [:])
        #expect(
            entry["request"] == [
                "method": "POST", "httpVersion": "HTTP/1.1", "cookies": [], "queryString": [], "headersSize": -1,
                "url": "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token", "bodySize": 127,
                "headers": [["name": "Content-Type", "value": "application/x-www-form-urlencoded"]],
                "postData": [
                    "mimeType": "application/x-www-form-urlencoded",
                    "text":
                        "client_id=00001111-aaaa-2222-bbbb-3333cccc4444&grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default",
                ],
            ]
        )
        let response = try #require(entry["response"])
        for name in [
            "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
        ] {
            #expect(response[name] != nil, "\(name)")
        }
    }
}
