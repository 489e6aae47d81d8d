import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

/// Answers each page of a list of users, some of them with a failure first.
private actor Pages: GraphTransport {
    private let pages: [[String]]
    private var failures: [Int: TransportResponse]
    private(set) var requests: [TransportRequest] = []

    init(_ pages: [[String]], failing failures: [Int: TransportResponse] = [:]) {
        self.pages = pages
        self.failures = failures
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.append(request)
        let number = request.url.split(separator: "=").last.flatMap { Int($0) } ?? 0
        if let failure = failures.removeValue(forKey: number) { return failure }
        let users = pages[number].map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
        let link = "https://graph.microsoft.com/v1.0/users?$skiptoken=\(number + 1)"
        let next = number + 1 < pages.count ? #","@odata.nextLink":"\#(link)""# : ""
        return TransportResponse(statusCode: 200, body: Data(#"{"value":[\#(users)]\#(next)}"#.utf8))
    }
}

@Suite struct PagingTests {
    private func ids(_ users: PagedSequence<User>) async throws -> [String] {
        var ids: [String] = []
        for try await user in users { ids.append(user.id ?? "") }
        return ids
    }

    @Test func `goes from page to page, over empty ones, as far as it is asked`() async throws {
        let pages = Pages([["a", "b"], [], [], ["c"]])
        let users = Samples.client(pages).users.list()
        #expect(try await ids(users) == ["a", "b", "c"])
        #expect(await pages.requests.count == 4)
        for try await user in users where user.id == "b" { break }
        #expect(await pages.requests.count == 5)
    }

    @Test func `sends the headers of an advanced query with every page`() async throws {
        let pages = Pages([["a"], ["b"], ["c"]])
        let users = Samples.client(pages).users.list(filter: .domain("fabrikam.com"))
        #expect(try await ids(users) == ["a", "b", "c"])
        let requests = await pages.requests
        #expect(requests.map { $0.headers["ConsistencyLevel"] } == ["eventual", "eventual", "eventual"])
        #expect(requests.map { $0.headers["Authorization"] } == Array(repeating: "Bearer token", count: 3))
        #expect(requests.last?.url == "https://graph.microsoft.com/v1.0/users?$skiptoken=2")
    }

    @Test func `a page that failed can be asked for again, and no other is read twice`() async throws {
        let pages = Pages([["a"], ["b"], ["c"]], failing: [1: TransportResponse(statusCode: 500)])
        var users = Samples.client(pages).users.list().makeAsyncIterator()
        #expect(try await users.next()?.id == "a")
        await #expect(throws: GraphError.self) { try await users.next() }
        #expect(try await users.next()?.id == "b")
        #expect(try await users.next()?.id == "c")
        #expect(try await users.next() == nil)
        #expect(try await users.next() == nil)
        #expect(await pages.requests.count == 4)
    }

    @Test(arguments: [1, 2, 3, 5, 8, 13]) func `links in a circle of any length end in an error`(_ length: Int)
        async throws
    {
        /// Leads into a circle after two pages.
        struct Circle: GraphTransport {
            let length: Int
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                let number = request.url.split(separator: "=").last.flatMap { Int($0) } ?? 0
                let next = number + 1 < length + 2 ? number + 1 : 2
                let link = "https://graph.microsoft.com/v1.0/users?$skiptoken=\(next)"
                return TransportResponse(
                    statusCode: 200,
                    body: Data(#"{"value":[{"id":"u"}],"@odata.nextLink":"\#(link)"}"#.utf8)
                )
            }
        }
        let users = Samples.client(Circle(length: length)).users.list()
        var count = 0
        let error = await #expect(throws: GraphError.self) { for try await _ in users { count += 1 } }
        #expect(error?.code == .malformedResponse)
        #expect(count >= length + 1 && count < 4 * (length + 2))
    }

    @Test func `a query that asks for nothing fails at the first user`() async throws {
        let pages = Pages([["a"]])
        let users = Samples.client(pages).users.list(select: [])
        let error = await #expect(throws: GraphError.self) { for try await _ in users {} }
        #expect(error?.problems.map(\.field) == ["select"])
        #expect(await pages.requests.isEmpty)
    }

    @Test func `pages can be read one by one as values`() async throws {
        let graph = Samples.client(Pages([["a"], ["b"]]))
        let request = try GraphRequest.listUsers()
        let first = try await graph.send(request)
        #expect(first.value.map(\.id) == ["a"])
        let second = try await graph.send(request.following(try #require(first.nextLink)))
        #expect(second.value.map(\.id) == ["b"])
        #expect(second.nextLink == nil)
    }

    @Test func `counts, whatever mark stands before the number`() async throws {
        #expect(try await Samples.client(FixedTransport(200, "\u{FEFF}4711")).users.count(filter: .guests) == 4711)
        #expect(try decoded(Page<User>.self, #"{"@odata.count":7,"value":[]}"#).count == 7)
    }

    @Test func `finds nobody by what is no address, without asking`() async {
        let pages = Pages([[]])
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(pages).users.find(emailAddress: "nobody")
        }
        #expect(error?.problems.map(\.field) == ["emailAddress"])
        #expect(await pages.requests.isEmpty)
    }
}

#if URLSession
import LoopbackServer

/// Five thousand users over real connections.
@Suite struct LoopbackPagingTests {
    @Test func `reads five thousand users in pages of a hundred`() async throws {
        let server = try LoopbackServer { request in
            let number = request.target.split(separator: "=").last.flatMap { Int($0) } ?? 0
            let users = (0..<100).map { #"{"id":"\#(number * 100 + $0)"}"# }.joined(separator: ",")
            let link = "http://\(request.headers["host"] ?? "")/v1.0/users?$skiptoken=\(number + 1)"
            let next = number < 49 ? #","@odata.nextLink":"\#(link)""# : ""
            return .json(200, #"{"value":[\#(users)]\#(next)}"#)
        }
        let cloud = GraphCloud.custom(graphRoot: server.url, loginAuthority: server.url)
        let graph = Samples.client(URLSessionTransport(), cloud: cloud)
        var next = 0
        for try await user in graph.users.list(filter: .guests) {
            #expect(user.id == String(next))
            next += 1
        }
        #expect(next == 5_000)
        #expect(server.requests.count == 50)
        #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer token" })
        #expect(server.requests[0].target.hasPrefix("/v1.0/users?$filter=userType%20eq%20'Guest'&$select=id,"))
    }

    @Test func `a link to another host is refused, and that host gets nothing`() async throws {
        let other = try LoopbackServer { _ in .json(200, #"{"value":[]}"#) }
        let server = try LoopbackServer { _ in
            .json(200, #"{"value":[{"id":"a"}],"@odata.nextLink":"\#(other.url)/v1.0/users?$skiptoken=1"}"#)
        }
        let cloud = GraphCloud.custom(graphRoot: server.url, loginAuthority: server.url)
        var users = Samples.client(URLSessionTransport(), cloud: cloud).users.list().makeAsyncIterator()
        #expect(try await users.next()?.id == "a")
        let error = await #expect(throws: GraphError.self) { try await users.next() }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems.map(\.field) == ["url"])
        #expect(other.requests.isEmpty && other.connectionCount == 0)
    }
}
#endif
