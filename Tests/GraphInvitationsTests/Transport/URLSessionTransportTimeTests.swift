#if URLSession
import Dispatch
import Foundation
import GraphInvitations
import LoopbackServer
import Testing

/// Timeouts, cancellation, and calls that wait for their turn.
@Suite struct URLSessionTransportTimeTests {
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
        // Of ten that wait, about three get a turn before they are overdue too: by then four transfers run on.
        let errors = await withTaskGroup(of: TransportError?.self) { group in
            for _ in 0..<10 { group.addTask { try? await failure(transport, post(server, "/waiting")) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.allSatisfy { $0?.code == .timedOut })
        let unsent = errors.count { $0?.mayHaveBeenSent == false }
        #expect(unsent > 0)
        await #expect(throws: TransportError.self) { try await first.value }
        #expect(server.requests.count <= 11 - unsent)
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
