import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct WaitingTests {
    private func user(
        _ transport: some GraphTransport,
        _ clock: ManualClock = ManualClock(skipsWaits: true)
    ) -> UserRequestBuilder {
        Samples.client(transport, clock: clock).users[DirectoryStub.id]
    }

    @Test func `reads until the guest is there, and changes nothing`() async throws {
        let stub = DirectoryStub(invisibleFor: 3)
        let clock = ManualClock(skipsWaits: true)
        let guest = try await user(stub, clock).waitUntilUsable()
        #expect(guest.id == DirectoryStub.id)
        #expect(await stub.log == Array(repeating: "GET /users/ID", count: 4))
        #expect(await clock.waits == [.seconds(2), .seconds(2), .seconds(2)])
    }

    @Test func `gives up when the time is over, with a last look at its end`() async {
        let stub = DirectoryStub(invisibleFor: 1_000)
        let clock = ManualClock(skipsWaits: true)
        let error = await #expect(throws: GraphError.self) {
            try await user(stub, clock).waitUntilUsable(pollingEvery: .seconds(4), timeout: .seconds(10))
        }
        #expect(error?.code == .notFound)
        #expect(await clock.waits == [.seconds(4), .seconds(4), .seconds(2)])
    }

    @Test func `a probe decides what usable means`() async throws {
        let replay = ReplayTransport(.guestAccepts)
        let properties: [User.Property] = [.id, .externalUserState, .externalUserStateChangeDateTime]
        let guest = try await user(replay).waitUntilUsable(select: properties) { $0.externalUserState == .accepted }
        #expect(guest.externalUserState == .accepted)
        try await replay.verify()
        let error = await #expect(throws: GraphError.self) {
            try await user(DirectoryStub()).waitUntilUsable(timeout: .seconds(5)) { _ in false }
        }
        #expect(error?.code == .timedOut)
        #expect(error?.problems.map(\.field) == ["probe"])
    }

    @Test func `an answer that is put off is waited for`() async throws {
        let faults = FaultTransport(DirectoryStub(), script: [.answer(TransportResponse(statusCode: 202))])
        #expect(try await user(faults).waitUntilUsable().id == DirectoryStub.id)
    }

    @Test func `who watches is told why nothing happens`() async throws {
        let (reasons, list) = AsyncStream.makeStream(of: String.self)
        var configuration = Samples.configuration
        configuration.clock = ManualClock(skipsWaits: true)
        configuration.onEvent = { event in
            if case .wait(let wait) = event.kind { list.yield("\(event.operation): \(wait)") }
        }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: DirectoryStub(invisibleFor: 1),
            configuration: configuration
        )
        _ = try await graph.users[DirectoryStub.id].waitUntilUsable()
        list.finish()
        #expect(await reasons.reduce(into: []) { $0.append($1) } == ["getUser: 2 s (replication)"])
    }

    @Test func `any other failure ends the wait`() async {
        let clock = ManualClock(skipsWaits: true)
        let error = await #expect(throws: GraphError.self) {
            try await user(FixedTransport(403), clock).waitUntilUsable()
        }
        #expect(error?.code == .forbidden)
        #expect(await clock.waits.isEmpty)
    }

    @Test func `tells the state and each change of it, and no look in between`() async throws {
        let replay = ReplayTransport(.guestAccepts)
        let clock = ManualClock(skipsWaits: true)
        var states: [RedemptionState] = []
        for try await state in user(replay, clock).redemptionStates(pollingEvery: .seconds(30)) {
            states.append(state)
            if state.externalUserState == .accepted { break }
        }
        #expect(states.map(\.externalUserState) == [.pendingAcceptance, .accepted])
        #expect(states.last?.externalUserStateChangeDateTime == Date(timeIntervalSince1970: 1_767_225_900))
        #expect(await clock.waits == [.seconds(30), .seconds(30)])
        try await replay.verify()
        #expect(try await user(ReplayTransport(.guestAccepts)).redemptionState() == states.first)
    }

    @Test func `waits for a fresh guest at the first look, and takes no missing state for none`() async throws {
        var states = user(DirectoryStub(invisibleFor: 2)).redemptionStates().makeAsyncIterator()
        #expect(try await states.next()?.externalUserState == .accepted)
        let transport = FixedTransport(200, #"{"id":"u"}"#)
        let error = await #expect(throws: GraphError.self) { try await user(transport).redemptionState() }
        #expect(error?.problems.map(\.field) == ["externalUserState"])
    }

    @Test func `a look that comes too early does not end the watch`() async throws {
        let early = TransportResponse(statusCode: 202)
        let gone = TransportResponse(statusCode: 404)
        let faults = FaultTransport(
            ReplayTransport(.guestAccepts),
            script: [.answer(gone), nil, .answer(early), nil, .answer(gone)]
        )
        var states = user(faults).redemptionStates().makeAsyncIterator()
        #expect(try await states.next()?.externalUserState == .pendingAcceptance)
        #expect(try await states.next()?.externalUserState == .accepted)
    }

    @Test func `a cancelled wait ends at once`() async {
        let clock = ManualClock()
        let stub = DirectoryStub()
        let task = Task {
            for try await _ in user(stub, clock).redemptionStates(pollingEvery: .seconds(60)) {}
        }
        await clock.waits(underWay: 1)
        task.cancel()
        let error = await #expect(throws: GraphError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(await stub.log.count == 1)
    }

    @Test func `goes on after a failure when it is asked again`() async throws {
        let faults = FaultTransport(DirectoryStub(), script: [nil, .connectionRefused])
        var states = user(faults).redemptionStates().makeAsyncIterator()
        #expect(try await states.next()?.externalUserState == .accepted)
        await #expect(throws: GraphError.self) { try await states.next() }
    }
}
