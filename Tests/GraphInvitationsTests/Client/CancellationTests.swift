import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

@Suite struct CancellationTests {
    /// What a client tells, to act at the right moment.
    private struct Events {
        let stream: AsyncStream<GraphEvent>
        let listener: @Sendable (GraphEvent) -> Void

        init() {
            let (stream, continuation) = AsyncStream.makeStream(of: GraphEvent.self)
            self.stream = stream
            listener = { continuation.yield($0) }
        }

        /// Returns at the first event of that kind.
        func reach(_ isIt: (GraphEvent.Kind) -> Bool) async {
            for await event in stream where isIt(event.kind) { return }
        }
    }

    private let events = Events()
    private let clock = ManualClock()

    private func client(
        _ transport: some GraphTransport,
        credential: some TokenCredential = StaticTokenCredential("token"),
        throttle: GraphClient.Configuration.Throttle = .unlimited
    ) -> GraphClient {
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = throttle
        configuration.onEvent = events.listener
        return GraphClient(credential: credential, transport: transport, configuration: configuration)
    }

    private func error(of call: Task<Invitation, any Error>) async throws -> GraphError {
        try #require(await #expect(throws: GraphError.self) { try await call.value })
    }

    @Test func `ends a back-off, and sends nothing more`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.connectionRefused])
        let call = Task { try await client(faults).invitations.create(Samples.mailedInvitation) }
        await clock.waits(underWay: 1)
        call.cancel()
        let error = try await error(of: call)
        #expect(error.code == .cancelled)
        #expect(error.attempts.map(\.outcome) == [.failure(.transport, mayHaveBeenSent: false)])
        #expect(error.invitationInDoubt == nil)
        #expect(await faults.requests.count == 1)
    }

    @Test func `ends a wait that the service asked for`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.throttled(retryAfter: "60")])
        let call = Task { try await client(faults).invitations.create(Samples.mailedInvitation) }
        await clock.waits(underWay: 1)
        call.cancel()
        let error = try await error(of: call)
        #expect(error.code == .cancelled)
        #expect(error.attempts.map(\.outcome) == [.status(429, retryAfter: .seconds(60))])
        #expect(error.remedy == nil)
    }

    @Test func `ends a wait after an invitation that may have been made, and says so`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.status(504, afterDelivery: true)])
        let call = Task { try await client(faults).invitations.create(Samples.invitation) }
        await clock.waits(underWay: 1)
        call.cancel()
        let error = try await error(of: call)
        #expect(error.code == .cancelled)
        #expect(error.invitationInDoubt?.invitedUserEmailAddress == "admin@fabrikam.com")
        #expect(error.remedy == "The request may have been sent all the same: look the guest up before repeating.")
    }

    @Test func `leaves the queue, and the others move up`() async throws {
        let transport = FixedTransport(201, "{}")
        let graph = client(transport, throttle: .limit(requests: 1, per: .seconds(5)))
        _ = try await graph.invitations.create(Samples.invitation)
        let first = Task { try await graph.invitations.create(Samples.invitation) }
        await events.reach { if case .wait = $0 { true } else { false } }
        let second = Task { try await graph.invitations.create(Samples.invitation) }
        await events.reach { if case .wait = $0 { true } else { false } }
        first.cancel()
        let error = try await error(of: first)
        #expect(error.code == .cancelled)
        #expect(error.attempts.isEmpty)
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(5))
        _ = try await second.value
        #expect(await transport.requests.count == 2)
    }

    @Test func `ends a transfer, and is not repeated`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.silence])
        let call = Task { try await client(faults).invitations.create(Samples.invitation) }
        await events.reach { if case .request = $0 { true } else { false } }
        call.cancel()
        let error = try await error(of: call)
        #expect(error.code == .cancelled)
        #expect(error.invitationInDoubt != nil)
        #expect(await faults.requests.count == 1)
    }

    @Test func `ends the wait for a token without taking it from the others`() async throws {
        /// Gives a token when it is told to.
        struct SlowSignIn: GraphTransport {
            let gate: AsyncStream<Never>
            let stub = GraphStub()

            func send(_ request: TransportRequest) async throws -> TransportResponse {
                if request.url.contains("/oauth2/") { for await _ in gate {} }
                return try await stub.send(request)
            }
        }
        let (gate, opener) = AsyncStream.makeStream(of: Never.self)
        let transport = SlowSignIn(gate: gate)
        let credential = ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s")
        let graph = client(transport, credential: credential)
        let first = Task { try await graph.invitations.create(Samples.invitation) }
        await events.reach { if case .request = $0 { true } else { false } }
        let second = Task { try await graph.invitations.create(Samples.invitation) }
        first.cancel()
        let error = try await error(of: first)
        #expect(error.code == .cancelled)
        #expect(error.attempts.isEmpty)
        opener.finish()
        _ = try await second.value
        #expect(await transport.stub.requests.count == 2)
    }

    @Test func `a task that was cancelled before asks for no token, and a closed gate does not hide it`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.throttled(retryAfter: "600")])
        let credential = RotatingCredential()
        let graph = client(faults, credential: credential)
        for _ in 0..<2 {
            let call = Task {
                unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                return try await graph.invitations.create(Samples.invitation)
            }
            #expect(try await error(of: call).code == .cancelled)
            #expect(await credential.claims.count == (await faults.requests.count))
            // Now the gate is closed.
            _ = try? await graph.invitations.create(Samples.invitation)
        }
    }

    @Test func `an answer that came is handed over all the same`() async throws {
        struct Late: GraphTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                return try await GraphStub().send(request)
            }
        }
        let call = Task { try await client(Late()).invitations.create(Samples.mailedInvitation) }
        #expect(try await call.value.id == "i")
    }
}
