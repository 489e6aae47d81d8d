import Foundation
import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

@Suite struct AddressTests {
    private static let secret = "PLANTED"

    @Test(arguments: [
        "https://elsewhere.example/v1.0/users?$skiptoken=1", "http://graph.microsoft.com/v1.0/users",
        "https://graph.microsoft.com@elsewhere.example/", "https://graph.microsoft.com.elsewhere.example/",
        "https://graph.microsoft.com:8443/v1.0/users", "https://graph.microsoft.us/v1.0/users",
        "//graph.microsoft.com/v1.0/users", "/v1.0/users", "", "https://graph.microsoft.com\\@elsewhere.example/",
        "https://graph.microsoft.com/v1.0/users\r\nHost: elsewhere.example", "ftp://graph.microsoft.com/",
    ])
    func `a further page elsewhere gets no token, and no request`(_ link: String) async throws {
        let page = try #require(String(bytes: try JSONEncoder().encode(["@odata.nextLink": link]), encoding: .utf8))
        let transport = FixedTransport(200, #"{"value":[],\#(page.dropFirst())"#)
        let graph = Samples.client(transport, credential: StaticTokenCredential(Self.secret))
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.reconcile(.sample) }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems.map(\.field) == ["url"])
        #expect(await transport.requests.count == 1)
        #expect(error.map { !"\($0)".contains(Self.secret) } == true)
    }

    @Test func `a further page of the cloud is read with the same headers`() async throws {
        let link = "https://GRAPH.microsoft.com/v1.0/users?$skiptoken=RFNwdAIAAQ"
        let page = TransportResponse(statusCode: 200, body: Data(#"{"value":[],"@odata.nextLink":"\#(link)"}"#.utf8))
        let user = #"{"value":[{"id":"u","createdDateTime":"2026-01-01T00:00:00Z"}]}"#
        let transport = FaultTransport(FixedTransport(200, user), script: [.answer(page)])
        let found = try await Samples.client(transport).invitations.reconcile(.sample)
        guard case .invited(let guest) = found else { throw found }
        #expect(guest.id == "u")
        let requests = await transport.requests
        #expect(requests.last?.url == link)
        var headers = requests.map(\.headers)
        for index in headers.indices { headers[index]["client-request-id"] = nil }
        #expect(headers.first == headers.last)
    }

    @Test(arguments: [
        ("https://gateway.contoso.com/graph/v1.0/users?$skiptoken=1", true),
        ("https://gateway.contoso.com/other/v1.0/users", false), ("https://gateway.contoso.com/graphic/v1.0", false),
        ("https://gateway.contoso.com/graph/../other", false),
        ("https://gateway.contoso.com/graph/%2E%2e/other", false),
        ("https://gateway.contoso.com/graph/.hidden", true),
    ])
    func `behind a gateway, a token goes to Graph's part of it alone`(_ link: String, _ isGraph: Bool) {
        let cloud = GraphCloud.custom(
            graphRoot: "https://gateway.contoso.com/graph/",
            loginAuthority: "https://login.contoso.com"
        )
        #expect(cloud.isGraph(link) == isGraph)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect is an answer, and is not followed`(_ status: Int) async {
        let transport = FixedTransport(status, "", headers: ["Location": "https://elsewhere.example/"])
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(transport).invitations.create(Samples.invitation)
        }
        #expect(error?.statusCode == status)
        #expect(await transport.requests.count == 1)
    }

    @Test(arguments: [
        ("cbb896f9-8306-49d0-b56b-b8e39cd28825", "cbb896f9-8306-49d0-b56b-b8e39cd28825"),
        ("AdeleVance_adatum.com#EXT#@contoso.com", "AdeleVance_adatum.com%23EXT%23@contoso.com"),
        ("100%", "100%25"), ("a?$select=id", "a%3F%24select%3Did"),
        ("a b+c", "a%20b%2Bc"), ("J\u{FC}rgen", "J%C3%BCrgen"), ("%2e%2e", "%252e%252e"), ("a\r\nb", "a%0D%0Ab"),
    ])
    func `an id is one segment of the path, whatever it holds`(_ id: String, _ segment: String) throws {
        #expect(try GraphPath.user(id).text == "/users/" + segment)
    }

    @Test(arguments: ["", ".", "..", "a/b", "../me", "a\\b", "$a/b", "guest/sponsors/sponsor"])
    func `an id that is none is refused by name`(_ id: String) {
        let error = #expect(throws: GraphError.self) { try GraphPath.user(id) }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems.map(\.field) == ["id"])
    }

    @Test(arguments: ["a\r\nHost: x", "a\nb", "a\u{0}b", "a\u{7F}"])
    func `a header value with a control character is refused before anything is sent`(_ id: String) async {
        let transport = FixedTransport(201, "{}")
        var configuration = Samples.configuration
        configuration.makeClientRequestID = { id }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.problems.map(\.field) == ["headers.client-request-id"])
        #expect(await transport.requests.isEmpty)
    }
}

extension Reconciliation: Error {}
