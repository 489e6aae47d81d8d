import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

@Suite struct ThrottleQueueTests {
    private typealias Slot = ThrottleQueue.Slot

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

    private func pass(_ queue: ThrottleQueue) async throws -> Slot {
        guard case .passed(let slot) = await queue.enter(isReturning: false, patience: .seconds(60)) else {
            throw Unexpected()
        }
        return slot
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

    @Test func `the limit passes at once, and the next a period after the first answer`() async throws {
        let queue = queue(2)
        let slots = [try await pass(queue), try await pass(queue)]
        // Not answered yet: they may count for two periods.
        _ = try await wait("a", in: queue, expecting: .seconds(10))
        await clock.advance(by: .milliseconds(300))
        await queue.end(slots[0], wasCounted: true)
        _ = try await wait("b", in: queue, expecting: .milliseconds(9_700))
        await queue.end(slots[1], wasCounted: true)
        _ = try await wait("c", in: queue, expecting: .seconds(10))
        await clock.waits(underWay: 1)
        await clock.advance(by: .milliseconds(4_999))
        #expect(await log.entries.isEmpty)
        await clock.advance(by: .milliseconds(1))
        await log.reaches(2)
        #expect(await Set(log.entries) == ["a", "b"])
    }

    @Test func `the window slides: each request makes room for one, a period later`() async throws {
        let queue = queue(2)
        await queue.end(try await pass(queue), wasCounted: true)
        await clock.advance(by: .seconds(4))
        await queue.end(try await pass(queue), wasCounted: true)
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
        var slot = try await pass(queue)
        for name in ["a", "b", "c"] { _ = try await wait(name, in: queue) }
        _ = try await wait("d", in: queue, isReturning: true)
        for count in 1...4 {
            await queue.end(slot, wasCounted: true)
            await clock.waits(underWay: 1)
            // Each that passes begins a period of its own, which ends at its own end.
            await clock.advance(by: .seconds(5))
            await log.reaches(count)
            slot = .number(count)
        }
        #expect(await log.entries == ["d", "a", "b", "c"])
    }

    @Test func `a request that was never sent makes room at once`() async throws {
        let queue = queue(1)
        let slot = try await pass(queue)
        _ = try await wait("a", in: queue)
        await queue.end(slot, wasCounted: false)
        await log.reaches(1)
        #expect(await log.entries == ["a"])
    }

    @Test func `a cancelled call leaves, and the next takes its turn`() async throws {
        let queue = queue(1)
        let slot = try await pass(queue)
        let first = try await wait("a", in: queue)
        _ = try await wait("b", in: queue)
        first.cancel()
        await log.reaches(1)
        await queue.end(slot, wasCounted: false)
        await log.reaches(2)
        #expect(await log.entries == ["a: left", "b"])
    }

    @Test func `a closed queue opens at its time for all who wait, and newcomers wait behind them`() async throws {
        let queue = queue(nil)
        await queue.end(try await pass(queue), wasCounted: true, closingFor: .seconds(30))
        for name in ["a", "b"] { _ = try await wait(name, in: queue, expecting: .seconds(30)) }
        // The longer time counts, whoever names it.
        await queue.end(.none, wasCounted: true, closingFor: .seconds(10))
        await clock.waits(underWay: 1)
        await clock.advance(by: .milliseconds(29_999))
        #expect(await log.entries.isEmpty)
        await clock.advance(by: .milliseconds(1))
        await log.reaches(2)
        _ = try await pass(queue)
    }

    @Test func `who cannot wait that long is told at once, there already or new`() async throws {
        let queue = queue(nil)
        await queue.end(.none, wasCounted: true, closingFor: .seconds(10))
        _ = try await wait("a", in: queue, patience: .seconds(20))
        _ = try await wait("b", in: queue, patience: .seconds(60))
        await clock.advance(by: .seconds(4))
        await queue.end(.none, wasCounted: true, closingFor: .seconds(30))
        await log.reaches(1)
        #expect(await log.entries == ["a: closed for 30.0 seconds"])
        let entry = await queue.enter(isReturning: false, patience: .seconds(29))
        guard case .closed(let rest) = entry else { throw Unexpected() }
        #expect(rest == .seconds(30))
    }

    @Test func `a call whose time is over passes an open queue`() async {
        guard case .passed = await queue(1).enter(isReturning: true, patience: .seconds(-5)) else {
            Issue.record("It was told to wait.")
            return
        }
    }

    @Test func `a request without an answer counts for two periods, not for ever`() async throws {
        let queue = queue(1)
        _ = try await pass(queue)
        _ = try await wait("a", in: queue)
        await clock.waits(underWay: 1)
        await clock.advance(by: .seconds(10))
        await log.reaches(1)
    }
}
