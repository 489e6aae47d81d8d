#if URLSession
import Dispatch
import Foundation
import GraphInvitations
import LoopbackServer
import Testing

/// Over a real server on loopback, faults included.
@Suite struct URLSessionTransportTests {
    private func post(_ server: LoopbackServer, _ path: String = "/v1.0/invitations", body: String = "{}")
        -> TransportRequest
    {
        TransportRequest(
            method: "POST",
            url: server.url + path,
            headers: ["Content-Type": "application/json", "Authorization": "Bearer token"],
            body: Data(body.utf8)
        )
    }

    private func failure(_ transport: URLSessionTransport, _ request: TransportRequest) async throws -> TransportError {
        try #require(await #expect(throws: TransportError.self) { try await transport.send(request) })
    }

    /// Returns once the server has had so many requests.
    private func arrival(of count: Int, at server: LoopbackServer) async {
        while server.requests.count < count { await Task.yield() }
    }

    @Test func `sends the request as it stands and returns the answer whole`() async throws {
        let server = try LoopbackServer { _ in
            .response(
                .init(201, headers: ["Content-Type": "application/json", "request-id": "r"], body: #"{"id":"ü"}"#)
            )
        }
        let response = try await URLSessionTransport().send(post(server, "/a%2Fb?c=%23d", body: #"{"e":"ü"}"#))
        #expect(response.statusCode == 201)
        #expect(response.headers["Request-ID"] == "r")
        #expect(response.body == Data(#"{"id":"ü"}"#.utf8))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/a%2Fb?c=%23d")
        #expect(request.text == #"{"e":"ü"}"#)
        #expect(request.headers["authorization"] == "Bearer token")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["cookie"] == nil)
    }

    @Test(arguments: [
        (400, "application/json", #"{"error":{"code":"BadRequest"}}"#), (404, "text/html", "<html></html>"),
        (500, "", ""),
        (204, "", ""), (429, "application/json", "{"), (401, "application/json", "{}"), (300, "", ""),
    ])
    func `every status is an answer`(_ status: Int, _ type: String, _ body: String) async throws {
        let server = try LoopbackServer { _ in .response(.init(status, headers: ["Content-Type": type], body: body)) }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == status)
        #expect(response.body == Data(body.utf8))
    }

    @Test func `a 401 that asks for a password is an answer as well`() async throws {
        let server = try LoopbackServer { _ in
            .response(.init(401, headers: ["WWW-Authenticate": "Basic realm=\"x\""], body: "no"))
        }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == 401)
        #expect(server.requests.count == 1)
    }

    @Test func `cookies are neither kept nor sent`() async throws {
        let server = try LoopbackServer { _ in .response(.init(200, headers: ["Set-Cookie": "a=b; Path=/"])) }
        let transport = URLSessionTransport()
        for _ in 0..<2 { _ = try await transport.send(post(server)) }
        #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func `a redirect is returned, and the token does not travel on`(
        _ status: Int
    ) async throws {
        let other = try LoopbackServer { _ in .json(200, "{}") }
        let location = "http://localhost:\(other.port)/stolen"
        let server = try LoopbackServer { _ in .response(.init(status, headers: ["Location": location])) }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == status)
        #expect(response.headers["Location"] == location)
        #expect(other.requests.isEmpty)
        #expect(other.connectionCount == 0)
    }

    @Test func `an answer that is cut short is an error, and the request may have been sent`() async throws {
        let server = try LoopbackServer { _ in
            .truncated(.init(201, body: String(repeating: "x", count: 1000)), bytes: 10)
        }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.mayHaveBeenSent)
    }

    @Test func `a connection that is reset is lost, and the request was sent once`() async throws {
        let server = try LoopbackServer { _ in .reset }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.code == .connectionLost)
        #expect(error.mayHaveBeenSent)
        #expect(server.requests.count == 1)
    }

    @Test func `bytes that are no answer are an error`() async throws {
        let server = try LoopbackServer { _ in .raw("\u{1}\u{2} this is no HTTP\r\n\r\n") }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.mayHaveBeenSent)
    }

    @Test func `a port that nobody listens on has had nothing`() async throws {
        let server = try LoopbackServer { _ in .hang }
        let request = post(server)
        server.stop()
        // The kernel may still be closing; what counts is that a connection that was never made carried nothing.
        while try await failure(URLSessionTransport(), request).code != .connectionRefused { await Task.yield() }
        #expect(try await failure(URLSessionTransport(), request).mayHaveBeenSent == false)
    }

    @Test func `a server that does not answer is given up after the timeout, to a part of a second`() async throws {
        let server = try LoopbackServer { _ in .hang }
        let error = try await failure(URLSessionTransport(timeout: .milliseconds(150)), post(server))
        #expect(error.code == .timedOut)
        #expect(error.mayHaveBeenSent)
        server.stop()
    }

    @Test func `a server that keeps dripping is given up as well`() async throws {
        let server = try LoopbackServer { _ in
            .dripped(milliseconds: 20, .init(201, body: String(repeating: "x", count: 1000)))
        }
        let error = try await failure(URLSessionTransport(timeout: .milliseconds(200)), post(server))
        #expect(error.code == .timedOut)
        server.stop()
    }

    @Test func `a slow answer within the timeout arrives`() async throws {
        let server = try LoopbackServer { _ in .delayed(milliseconds: 50, .init(201, body: "{}")) }
        #expect(try await URLSessionTransport(timeout: .seconds(30)).send(post(server)).statusCode == 201)
    }

    @Test func `a cancelled call ends at once, whatever the server does`() async throws {
        let server = try LoopbackServer { _ in .hang }
        let transport = URLSessionTransport()
        let call = Task { try await transport.send(post(server)) }
        await arrival(of: 1, at: server)
        call.cancel()
        let error = await #expect(throws: TransportError.self) { try await call.value }
        #expect(error?.code == .cancelled)
        #expect(error?.mayHaveBeenSent == true)
        server.stop()
    }

    @Test func `a call of a cancelled task is not sent`() async throws {
        let server = try LoopbackServer { _ in .json(201, "{}") }
        let call = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await URLSessionTransport().send(post(server))
        }
        call.cancel()
        let error = await #expect(throws: TransportError.self) { try await call.value }
        #expect(error?.code == .cancelled)
        #expect(error?.mayHaveBeenSent == false)
        #expect(server.connectionCount == 0)
    }

    @Test func `a call that is overdue before its turn is never sent`() async throws {
        let server = try LoopbackServer { _ in .hang }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 1, timeout: .milliseconds(300))
        let first = Task { try await transport.send(post(server, "/first")) }
        await arrival(of: 1, at: server)
        // Of ten that wait, three at most get a turn before they are overdue too: by then four transfers run on.
        let errors = await withTaskGroup(of: TransportError?.self) { group in
            for _ in 0..<10 { group.addTask { try? await failure(transport, post(server, "/waiting")) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.allSatisfy { $0?.code == .timedOut })
        #expect(errors.filter { $0?.mayHaveBeenSent == false }.count >= 7)
        await #expect(throws: TransportError.self) { try await first.value }
        #expect(server.requests.count <= 4)
        server.stop()
    }

    @Test func `a call that is cancelled before its turn is never sent, and those behind it are`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { request in
            if request.target == "/first" { gate.wait() }
            return .json(201, "{}")
        }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 1)
        let first = Task { try await transport.send(post(server, "/first")) }
        await arrival(of: 1, at: server)
        let waiting = (0..<20).map { _ in Task { try await transport.send(post(server, "/waiting")) } }
        // Give them the time to queue: a call that was not cancelled before it queued is what is to be seen.
        for _ in 0..<1_000 { await Task.yield() }
        for call in waiting { call.cancel() }
        for call in waiting {
            let error = await #expect(throws: TransportError.self) { try await call.value }
            #expect(error?.code == .cancelled)
            #expect(error?.mayHaveBeenSent == false)
        }
        gate.signal()
        _ = try await first.value
        _ = try await transport.send(post(server, "/last"))
        #expect(server.requests.map(\.target) == ["/first", "/last"])
    }

    @Test func `calls that were given up do not keep others from their turn`() async throws {
        let server = try LoopbackServer { $0.target == "/hang" ? .hang : .json(201, "{}") }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 2)
        for number in 1...4 {
            let call = Task { try await transport.send(post(server, "/hang")) }
            await arrival(of: number, at: server)
            call.cancel()
            await #expect(throws: TransportError.self) { try await call.value }
        }
        #expect(try await transport.send(post(server, "/ok")).statusCode == 201)
        server.stop()
    }

    @Test func `any timeout is taken`() async throws {
        let server = try LoopbackServer { $0.target == "/hang" ? .hang : .json(201, "{}") }
        for transport in [
            URLSessionTransport(maximumConnectionsPerHost: 0, timeout: .seconds(Int64.max)),
            URLSessionTransport(maximumConnectionsPerHost: .max),
        ] {
            #expect(try await transport.send(post(server)).statusCode == 201)
        }
        let none = URLSessionTransport(timeout: .seconds(-1))
        #expect(try await failure(none, post(server, "/hang")).code == .timedOut)
        server.stop()
    }

    @Test func `a warm connection that the server drops does not send the request twice`() async throws {
        let server = try LoopbackServer { $0.target == "/drop" ? .reset : .json(201, "{}") }
        let transport = URLSessionTransport(timeout: .milliseconds(700))
        _ = try await transport.send(post(server))
        let error = try await failure(transport, post(server, "/drop"))
        #expect(error.mayHaveBeenSent)
        #expect(server.requests.map(\.target) == ["/v1.0/invitations", "/drop"])
        server.stop()
    }

    @Test func `connections are used again`() async throws {
        let server = try LoopbackServer { _ in .json(201, "{}") }
        let transport = URLSessionTransport()
        for _ in 0..<20 { _ = try await transport.send(post(server)) }
        #expect(server.connectionCount == 1)
    }

    @Test func `each of 64 calls at once gets its own answer`() async throws {
        let server = try LoopbackServer { .json(201, $0.text) }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 16)
        try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    let response = try await transport.send(post(server, body: "{\"n\":\(number)}"))
                    #expect(String(decoding: response.body, as: UTF8.self) == "{\"n\":\(number)}")
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 64)
        #expect(server.connectionCount <= 16)
    }

    @Test func `refuses what must not be sent`() async throws {
        let server = try LoopbackServer { _ in .json(201, "{}") }
        var request = post(server)
        request.headers["X"] = "a\r\nY: b"
        let error = try await failure(URLSessionTransport(), request)
        #expect(error.code == .invalidRequest)
        #expect(!error.mayHaveBeenSent)
        #expect(server.connectionCount == 0)
    }

    @Test func `a client signs in and invites over it`() async throws {
        let server = try LoopbackServer { request in
            request.target.hasSuffix("/token")
                ? .json(200, #"{"access_token":"t1","expires_in":3599,"token_type":"Bearer"}"#)
                : .json(201, #"{"id":"i1","invitedUser":{"id":"u1"},"status":"PendingAcceptance"}"#)
        }
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s+/="),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url)
        )
        let invitation = try await graph.invitations.create(Samples.invitation)
        #expect(invitation.invitedUser?.id == "u1")
        #expect(server.requests.map(\.target) == ["/contoso.com/oauth2/v2.0/token", "/v1.0/invitations"])
        #expect(server.requests.last?.headers["authorization"] == "Bearer t1")
    }

    @Test func `a cancelled invitation says so`() async throws {
        let server = try LoopbackServer { _ in .hang }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url)
        )
        let call = Task { try await graph.invitations.create(Samples.mailedInvitation) }
        await arrival(of: 1, at: server)
        call.cancel()
        let error = await #expect(throws: GraphError.self) { try await call.value }
        #expect(error?.code == .cancelled)
        server.stop()
    }
}
#endif
