import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// What a fixture may ask for beyond plain exchanges.
@Suite struct ReplayOptionsTests {
    private static let head = #""description":"d","source":{"kind":"synthetic","reference":"r"}"#

    private func replay(_ exchanges: String..., order: ReplayTransport.Order = .any) -> ReplayTransport {
        let contents = #"{\#(Self.head),"mocks":[\#(exchanges.joined(separator: ","))]}"#
        return ReplayTransport(Fixture(name: "sample", contents: contents), order: order)
    }

    private func exchange(_ url: String, status: Int = 200, _ more: String = "", request: String = "") -> String {
        #"{"request":{"url":"https://graph.example\#(url)"\#(request)},"response":{"statusCode":\#(status)}\#(more)}"#
    }

    private func get(_ url: String, body: String = "", method: String = "GET") -> TransportRequest {
        TransportRequest(
            method: method,
            url: "https://other.example" + url,
            headers: ["Content-Type": "application/json"],
            body: Data(body.utf8)
        )
    }

    private func message(_ replay: ReplayTransport, _ request: TransportRequest) async throws -> String {
        let error = await #expect(throws: TransportError.self) { try await replay.send(request) }
        return try #require(error).message
    }

    @Test func `a request is a GET, and an answer a 200, unless they say otherwise`() async throws {
        let replay = replay(#"{"request":{"url":"https://graph.example/x"},"response":{}}"#)
        #expect(try await replay.send(get("/x")) == TransportResponse(statusCode: 200))
    }

    @Test(arguments: [
        ("/users/*", "/users/u1", true), ("/users/*", "/users/u1/sponsors?$top=1", true),
        ("/users/*/sponsors", "/users/u1/sponsors", true), ("/users/*/sponsors", "/users/u1/manager", false),
        ("/users/*/sponsors", "/users/u1/sponsors?$top=1", false), ("/users?*", "/users?$top=1", true),
        ("/users?$filter=mail eq '*'", "/users?$filter=mail%20eq%20'a@b.example'", true),
        ("/users?$filter=mail eq '*'", "/users?$filter=mail%20eq%20null", false), ("/a*b*c", "/abc", true),
        ("/a*b*c", "/acb", false), ("/*", "/anything?at=all", true), ("/ab*ba", "/aba", false),
    ])
    func `an asterisk stands for anything`(_ pattern: String, _ url: String, _ matches: Bool) async throws {
        let answer = try? await replay(exchange(pattern)).send(get(url))
        #expect((answer != nil) == matches)
    }

    @Test(arguments: [
        (#","match":"subset""#, "/x?a=1&b=2", true), (#","match":"subset""#, "/x?b=2", false),
        (#","ignore":["query/b"]"#, "/x?a=1&b=2", true), (#","ignore":["query/a"]"#, "/x", true),
        (#","ignore":["query/a"]"#, "/x?c=1", false), ("", "/x?a=1&a=1", false),
    ])
    func `the query is compared as strictly as the exchange says`(
        _ options: String,
        _ url: String,
        _ matches: Bool
    ) async throws {
        let answer = try? await replay(exchange("/x?a=1", options)).send(get(url))
        #expect((answer != nil) == matches)
    }

    @Test func `a body may be asked to hold a fragment`() async throws {
        let replay = replay(exchange("/x", request: #","method":"POST","bodyFragment":"\"a\":1""#))
        #expect(
            try await message(replay, get("/x", body: #"{"a":2}"#, method: "POST")) == """
                No recorded exchange matches POST /x. Make the two agree where they differ, or have the exchange \
                compared less strictly ("match", "ignore").
                  nearest: sample#1 (POST /x)
                    body: expected "… \\"a\\":1 …", got {"a":2}
                """
        )
        #expect(try await replay.send(get("/x", body: #"{"a":1}"#, method: "POST")).statusCode == 200)
    }

    @Test func `an exchange may mean the nth of its requests`() async throws {
        let replay = replay(
            exchange("/x", status: 201, request: #","nth":2"#),
            exchange("/x", status: 200, #","repeat":true"#)
        )
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(try await replay.send(get("/x")).statusCode) }
        #expect(statuses == [200, 201, 200])
        try await replay.verify()
    }

    @Test func `a request that the nth is not says which is meant`() async throws {
        let replay = replay(exchange("/x", request: #","nth":2"#))
        #expect(
            try await message(replay, get("/x"))
                == "GET /x has come 1 times, and sample#1 (GET /x) is for time 2. Record the others, too."
        )
        #expect(try await replay.send(get("/x")).statusCode == 200)
    }

    @Test func `in the recorded order, what is due is behind a repeated exchange that was used`() async throws {
        let replay = replay(exchange("/a", #","repeat":true"#), exchange("/b"), exchange("/c"), order: .recorded)
        _ = try await replay.send(get("/a"))
        #expect(try await message(replay, get("/c")).contains("due: sample#2 (GET /b)"))
    }

    @Test func `a link to a further page goes where the client goes`() async throws {
        let graph = Samples.client(
            ReplayTransport(.findGuestOnSecondPage),
            cloud: .custom(graphRoot: "http://127.0.0.1:8080/graph", loginAuthority: "http://127.0.0.1:8080")
        )
        // The path of the link is that of the recording, which is not below this root.
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.reconcile(.sample) }
        #expect(error?.code == .noRecordedAnswer)
        for cloud in [
            GraphCloud.usGovernment, .custom(graphRoot: "http://127.0.0.1:8080", loginAuthority: "http://[::1]"),
        ] {
            let replay = ReplayTransport(.findGuestOnSecondPage)
            let reconciled = try await Samples.client(replay, cloud: cloud).invitations.reconcile(.sample)
            guard case .invited = reconciled else {
                Issue.record("\(reconciled)")
                return
            }
            try await replay.verify()
        }
    }

    @Test func `a link to another host stays as it was recorded`() async throws {
        let link = #"{"@odata.nextLink":"https://graph.example.com/x"}"#
        let replay = replay(
            #"{"request":{"url":"https://graph.example/x"},"response":{"body":\#(link)}}"#
        )
        #expect(try await replay.send(get("/x")).body == Data(link.utf8))
    }

    @Test func `with a redaction, what is new in an answer counts for the requests behind it`() async throws {
        func exchange(_ id: String, _ answer: String) -> Exchange {
            Exchange(
                request: TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users/\(id)"),
                outcome: .success(TransportResponse(statusCode: 200, body: Data(#"{"id":"\#(answer)"}"#.utf8)))
            )
        }
        let ids = (1...3).map { "dc8b9eaa-68c0-4781-aa4f-00000000000\($0)" }
        let exchanges = [exchange(ids[0], ids[1]), exchange(ids[2], ids[2])]
        let recording = try Recording(of: exchanges, name: "r", description: "d")
        let replay = ReplayTransport(recording.fixture, redaction: Redaction())
        for exchange in exchanges { _ = try await replay.send(exchange.request) }
        try await replay.verify()
    }

    @Test func `with a redaction, fixtures are still played in their order`() async throws {
        let sent = TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users/a@tailspin.com")
        let exchange = Exchange(request: sent, outcome: .success(TransportResponse(statusCode: 204)))
        let recording = try Recording(of: [exchange], name: "r", description: "d")
        let mocks = try Fixture(
            devProxyMocks: #"{"mocks":[{"request":{"url":"https://graph.microsoft.com/v1.0/users/*"},"response":{}}]}"#,
            name: "mocks"
        )
        let replay = ReplayTransport(recording.fixture, mocks, redaction: Redaction())
        #expect(try await replay.send(sent).statusCode == 204)
        #expect(try await replay.send(sent).statusCode == 200)
        try await replay.verify()
    }

    @Test func `requests may be asked to come in the recorded order`() async throws {
        let replay = replay(exchange("/a"), exchange("/b", #","repeat":true"#), exchange("/c"), order: .recorded)
        #expect(
            try await message(replay, get("/c")) == """
                GET /c came out of order. Make the calls in the recorded order, or replay in any.
                  due: sample#1 (GET /a)
                    path: expected /a, got /c
                """
        )
        for url in ["/a", "/b", "/b", "/c"] { _ = try await replay.send(get(url)) }
        #expect(try await message(replay, get("/b")).hasPrefix("GET /b came once more than recorded"))
        let error = await #expect(throws: ReplayError.self) { try await replay.verify() }
        #expect(error?.issues.count == 2)
    }

    @Test func `a request too many shows the nearest exchange that is left`() async throws {
        let replay = replay(exchange("/x?a=1"), exchange("/x?a=2"))
        _ = try await replay.send(get("/x?a=1"))
        #expect(
            try await message(replay, get("/x?a=1")) == """
                GET /x?a=1 came once more than recorded: sample#1 (GET /x?a=1) is used up. \
                Give the fixture once more, or mark the exchange "repeat": true. A client repeats calls by itself \
                unless its retry is .none.
                  nearest of those left: sample#2 (GET /x?a=2)
                    query/a: expected 2, got 1
                """
        )
        let error = await #expect(throws: ReplayError.self) { try await replay.verify() }
        #expect(
            error?.issues.last == .unused(exchange: "sample#2 (GET /x?a=2)", nearest: nil)
        )
    }

    @Test func `an exchange that is left over shows the nearest request that got no answer`() async throws {
        let replay = replay(exchange("/x?a=1&b=1"), exchange("/y"), exchange("/x?a=2&b=2&c=2"))
        _ = try? await replay.send(get("/x?a=1"))
        let error = await #expect(throws: ReplayError.self) { try await replay.verify() }
        #expect(
            error?.description
                .hasSuffix(
                    """
                    No request asked for sample#1 (GET /x?a=1&b=1). Make the call, or leave the exchange out.
                    No request asked for sample#2 (GET /y). Make the call, or leave the exchange out.
                      nearest: GET /x?a=1
                        path: expected /y, got /x
                        query/a: expected nothing, got 1
                    No request asked for sample#3 (GET /x?a=2&b=2&c=2). Make the call, or leave the exchange out.
                      nearest: GET /x?a=1
                        query/a: expected 2, got 1
                        query/b: expected 2, got nothing
                        query/c: expected 2, got nothing
                    """
                ) == true
        )
    }

    @Test func `two at signs begin a text with one`() async throws {
        let replay = replay(#"{"request":{"url":"https://g.example/x"},"response":{"body":"@@x"}}"#)
        #expect(try await replay.send(get("/x")).body == Data("@x".utf8))
    }

    @Test func `fixtures are played one after the other where their requests are alike`() async throws {
        let graph = Samples.client(ReplayTransport(.throttled, .createInvitation))
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .throttled)
        #expect(try await graph.invitations.create(Samples.invitation).status == .pendingAcceptance)
    }

    @Test func `a client fails with a code of its own where nothing is recorded`() async {
        let graph = GraphClient(credential: StaticTokenCredential("t"), transport: ReplayTransport(.resetRedemption))
        let error = await #expect(throws: GraphError.self) {
            try await graph.invitations.create(Samples.mailedInvitation)
        }
        #expect(error?.code == .noRecordedAnswer)
        #expect(error?.attempts.count == 1)
        #expect(error?.invitationInDoubt == nil)
        #expect(
            error?.description.contains("(\"match\", \"ignore\"). nearest: reset-redemption#1 (POST") == true
        )
    }
}
