import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

@Suite struct ThrottleQueueTests {
    /// What became of the calls, in order.
    private actor Log {
        private(set) var entries: [String] = []
        func note(_ entry: String) { entries.append(entry) }
        /// Returns once there are so many entries.
        func reaches(_ count: Int) async { while entries.count < count { await Task.yield() } }
    }

    private let clock = ManualClock()
    private let log = Log()

    private func queue(_ limit: Int?) -> ThrottleQueue {
        ThrottleQueue(limit: limit, period: .seconds(5), timeline: Timeline(clock))
    }

    private func pass(_ queue: ThrottleQueue) async throws {
        guard case .passed = await queue.enter(isReturning: false, patience: .seconds(60)) else { throw Unexpected() }
    }

    private struct Unexpected: Error {}

    /// Takes a place in the queue, and notes how the wait ends.
    private func wait(
        _ name: String,
        in queue: ThrottleQueue,
        isReturning: Bool = false,
        patience: Duration = .seconds(60),
        expecting expectedWait: Duration? = nil
    ) async throws -> Task<Void, Never> {
        guard case .waiting(let place) = await queue.enter(isReturning: isReturning, patience: patience) else {
            throw Unexpected()
        }
        if let expectedWait { #expect(place.expectedWait == expectedWait) }
        return Task {
            var turns = place.turns.makeAsyncIterator()
            switch await turns.next() {
            case .passed: await log.note(name)
            case .closed(let rest): await log.note("\(name): closed for \(rest)")
            case nil:
                await queue.leave(place)
                await log.note("\(name): left")
            }
        }
    }

    @Test func `the limit passes at once, and the next a period after an answer`() async throws {
        let queue = queue(2)
        for _ in 0..<2 { try await pass(queue) }
        // Nobody knows when the two are answered: at once, at best.
        _ = try await wait("a", in: queue, expecting: .seconds(5))
        await clock.advance(by: .milliseconds(300))
        await queue.end(wasCounted: true)
        _ = try await wait("b", in: queue, expecting: .seconds(5))
        await queue.end(wasCounted: true)
        _ = try await wait("c", in: queue, expecting: .seconds(10))
        await clock.waits(underWay: 1)
        await clock.advance(by: .milliseconds(4_999))
        #expect(await log.entries.isEmpty)
        await clock.advance(by: .milliseconds(1))
        await log.reaches(2)
        #expect(await Set(log.entries) == ["a", "b"])
    }

    @Test func `a request counts as long as it has no answer, and a period longer`() async throws {
        let queue = queue(1)
        try await pass(queue)
        _ = try await wait("a", in: queue)
        await clock.advance(by: .seconds(3_600))
        await queue.end(wasCounted: true)
        await clock.waits(underWay: 1)
        #expect(await clock.waits == [.seconds(5)])
        await clock.advance(by: .seconds(5))
        await log.reaches(1)
    }

    @Test func `one that is never answered holds up nobody but one`() async throws {
        let queue = queue(2)
        for _ in 0..<2 { try await pass(queue) }
        await queue.end(wasCounted: true)
        _ = try await wait("a", in: queue, expecting: .seconds(5))
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(5))
        await log.reaches(1)
    }

    @Test func `the window slides: each request makes room for one, a period later`() async throws {
        let queue = queue(2)
        try await pass(queue)
        await queue.end(wasCounted: true)
        await clock.advance(by: .seconds(4))
        try await pass(queue)
        await queue.end(wasCounted: true)
        _ = try await wait("a", in: queue, expecting: .seconds(1))
        _ = try await wait("b", in: queue, expecting: .seconds(5))
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(1))
        await log.reaches(1)
        #expect(await log.entries == ["a"])
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(4))
        await log.reaches(2)
        #expect(await log.entries == ["a", "b"])
    }

    @Test func `who comes first goes first, and one that comes back before all`() async throws {
        let queue = queue(1)
        try await pass(queue)
        for name in ["a", "b", "c"] { _ = try await wait(name, in: queue) }
        _ = try await wait("d", in: queue, isReturning: true)
        for count in 1...4 {
            await queue.end(wasCounted: false)
            await log.reaches(count)
        }
        #expect(await log.entries == ["d", "a", "b", "c"])
    }

    @Test func `arrivals without end keep nobody from a turn`() async throws {
        let queue = queue(1)
        try await pass(queue)
        _ = try await wait("a", in: queue)
        await queue.end(wasCounted: true)
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(5))
        while await log.entries.isEmpty {
            _ = await queue.enter(isReturning: false, patience: .seconds(60))
            await Task.yield()
        }
        #expect(await log.entries == ["a"])
    }

    @Test func `a cancelled call leaves, and the next takes its turn`() async throws {
        let queue = queue(1)
        try await pass(queue)
        let first = try await wait("a", in: queue)
        _ = try await wait("b", in: queue)
        first.cancel()
        await log.reaches(1)
        await queue.end(wasCounted: false)
        await log.reaches(2)
        #expect(await log.entries == ["a: left", "b"])
    }

    @Test func `a closed queue opens at its time for all who wait, and newcomers wait behind them`() async throws {
        let queue = queue(nil)
        for _ in 0..<2 { try await pass(queue) }
        await queue.end(wasCounted: true, closingFor: .seconds(30))
        for name in ["a", "b"] { _ = try await wait(name, in: queue, expecting: .seconds(30)) }
        // The longer time counts, whoever names it.
        await queue.end(wasCounted: true, closingFor: .seconds(10))
        await clock.waits(underWay: 1)
        await clock.advance(by: .milliseconds(29_999))
        #expect(await log.entries.isEmpty)
        await clock.advance(by: .milliseconds(1))
        await log.reaches(2)
        try await pass(queue)
    }

    @Test func `who cannot wait that long is told at once, there already or new`() async throws {
        let queue = queue(nil)
        for _ in 0..<2 { try await pass(queue) }
        await queue.end(wasCounted: true, closingFor: .seconds(10))
        _ = try await wait("a", in: queue, patience: .seconds(20))
        _ = try await wait("b", in: queue, patience: .seconds(60))
        await clock.advance(by: .seconds(4))
        await queue.end(wasCounted: true, closingFor: .seconds(30))
        await log.reaches(1)
        #expect(await log.entries == ["a: closed for 30.0 seconds"])
        let entry = await queue.enter(isReturning: false, patience: .seconds(29))
        guard case .closed(let rest) = entry else { throw Unexpected() }
        #expect(rest == .seconds(30))
    }

    @Test func `who waits long for others is not sent away by a short closure, who comes back late is`() async throws {
        let queue = queue(1)
        try await pass(queue)
        _ = try await wait("newcomer", in: queue, patience: .seconds(20))
        _ = try await wait("returner", in: queue, isReturning: true, patience: .seconds(20))
        await clock.advance(by: .seconds(100))
        await queue.end(wasCounted: false, closingFor: .seconds(2))
        await log.reaches(1)
        #expect(await log.entries == ["returner: closed for 2.0 seconds"])
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(2))
        await log.reaches(2)
        #expect(await log.entries.last == "newcomer")
    }

    @Test func `an absurd time does not close the queue for good`() async throws {
        let queue = queue(nil)
        try await pass(queue)
        await queue.end(wasCounted: true, closingFor: .seconds(1e12))
        let entry = await queue.enter(isReturning: false, patience: .seconds(60))
        guard case .closed(let rest) = entry else { throw Unexpected() }
        #expect(rest == .seconds(3_600))
        await clock.advance(by: .seconds(3_600))
        try await pass(queue)
    }

    @Test func `a call whose time is over passes an open queue`() async {
        guard case .passed = await queue(1).enter(isReturning: true, patience: .seconds(-5)) else {
            Issue.record("It was told to wait.")
            return
        }
    }
}
