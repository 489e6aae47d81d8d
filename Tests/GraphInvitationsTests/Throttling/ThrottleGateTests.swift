import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

@Suite struct ThrottleGateTests {
    private func client(
        _ transport: some GraphTransport,
        _ throttle: GraphClient.Configuration.Throttle,
        _ clock: ManualClock,
        _ retry: RetryPolicy = .none
    ) -> GraphClient {
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = throttle
        configuration.retry = retry
        return GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration
        )
    }

    @Test func `clients that share a gate share its limit, others do not`() async throws {
        let clock = ManualClock()
        let gate = ThrottleGate(requests: 1, per: .seconds(5), clock: clock)
        let transport = FixedTransport(201, "{}")
        let (one, other) = (client(transport, .gate(gate), clock), client(transport, .gate(gate), clock))
        _ = try await one.invitations.create(Samples.invitation)
        let waiting = Task { try await other.invitations.create(Samples.invitation) }
        await clock.waits(underWay: 1)
        #expect(await transport.requests.count == 1)
        let stranger = client(transport, .limit(requests: 1, per: .seconds(5)), clock)
        _ = try await stranger.invitations.create(Samples.invitation)
        #expect(await transport.requests.count == 2)
        await clock.advance(by: .seconds(5))
        _ = try await waiting.value
    }

    @Test func `copies of a client, and its builders, share a gate`() async throws {
        let clock = ManualClock()
        let transport = FixedTransport(201, "{}")
        let graph = client(transport, .limit(requests: 1, per: .seconds(5)), clock)
        let copy = graph
        _ = try await graph.invitations.create(Samples.invitation)
        let waiting = Task { try await copy.invitations.create(Samples.invitation) }
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(5))
        _ = try await waiting.value
    }

    @Test(arguments: [true, false])
    func `a 429 closes the gate for every call on invitations until its time`(_ isUnlimited: Bool) async throws {
        let clock = ManualClock()
        let faults = FaultTransport(GraphStub(), script: [.throttled(retryAfter: "20")])
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = isUnlimited ? .unlimited : .graphInvitations
        let (waits, listener) = AsyncStream.makeStream(of: String.self)
        configuration.onEvent = { if case .wait(let wait) = $0.kind { listener.yield("\(wait)") } }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: faults,
            configuration: configuration
        )
        let call = { @Sendable in _ = try await graph.invitations.create(Samples.mailedInvitation) }
        let first = Task { try await call() }
        var events = waits.makeAsyncIterator()
        #expect(await events.next() == "20 s (retryAfter)")
        let others = (0..<9).map { _ in Task { try await call() } }
        for _ in others { #expect(await events.next() == "20 s (turn)") }
        await clock.waits(underWay: 1)
        await clock.advance(by: .milliseconds(19_999))
        #expect(await faults.requests.count == 1)
        await clock.advance(by: .milliseconds(1))
        for task in [first] + others { try await task.value }
        #expect(await faults.requests.count == 11)
    }

    @Test func `a call that comes to a closed gate and cannot wait is told when to come back`() async throws {
        let clock = ManualClock()
        let faults = FaultTransport(GraphStub(), script: [.throttled(retryAfter: "600")])
        let graph = client(faults, .graphInvitations, clock, .default)
        await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        await clock.advance(by: .seconds(100))
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .throttled)
        #expect(error?.retryAfter == .seconds(500))
        #expect(error?.attempts.isEmpty == true)
        #expect(error?.remedy == "Repeat after 500 s.")
        #expect(await faults.requests.count == 1)
        await clock.advance(by: .seconds(500))
        _ = try await graph.invitations.create(Samples.invitation)
    }

    @Test func `calls on users have a gate of their own`() async throws {
        let clock = ManualClock()
        let faults = FaultTransport(FixedTransport(200, #"{"value":[]}"#), script: [.throttled(retryAfter: "600")])
        let graph = client(faults, .limit(requests: 1, per: .seconds(5)), clock, .default)
        await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        let doubt = InvitationInDoubt(
            invitedUserEmailAddress: "a@fabrikam.com",
            sentAt: clock.date,
            endedAt: clock.date,
            clientRequestID: "i"
        )
        for _ in 0..<3 { #expect(try await graph.invitations.reconcile(doubt) == .unknown([])) }
    }

    @Test func `a sign-in does not pass the gate`() async throws {
        let clock = ManualClock()
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = .limit(requests: 1, per: .seconds(5))
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s"),
            transport: GraphStub(),
            configuration: configuration
        )
        _ = try await graph.invitations.create(Samples.invitation)
    }
}
