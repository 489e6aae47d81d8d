import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

/// The queue held against a plain model of it, over random histories.
@Suite struct ThrottleModelTests {
    /// When a request was let through and when it ended.
    private struct Stay {
        let begin: Duration
        var end: Duration?
    }

    /// What the queue must do, in the plainest way.
    private struct Model {
        let limit: Int
        let period: Duration
        var now = Duration.zero
        var waiting: [Int] = []
        var stays: [Int: Stay] = [:]
        var order: [Int] = []

        mutating func arrive(_ call: Int) {
            waiting.append(call)
            settle()
        }

        mutating func end(_ call: Int) {
            stays[call]?.end = now
            settle()
        }

        mutating func advance(by duration: Duration) {
            now += duration
            settle()
        }

        private mutating func settle() {
            while let next = waiting.first, counted < limit {
                waiting.removeFirst()
                stays[next] = Stay(begin: now)
                order.append(next)
            }
        }

        /// Those that still count, and those behind one that does.
        private var counted: Int {
            let first = order.firstIndex { call in
                guard let stay = stays[call] else { return false }
                return min(stay.begin + period, stay.end ?? stay.begin + period) + period > now
            }
            return first.map { order.count - $0 } ?? 0
        }
    }

    private actor Log {
        private(set) var slots: [Int: ThrottleQueue.Slot] = [:]
        func pass(_ call: Int, _ slot: ThrottleQueue.Slot) { slots[call] = slot }
        func reaches(_ count: Int) async { while slots.count < count { await Task.yield() } }
    }

    /// Chance that is the same in each run.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: 1...20)
    func `lets through exactly whom the model lets through, and never more than the limit in a period`(_ seed: Int)
        async throws
    {
        var chance = Chance(state: UInt64(seed))
        let (clock, log) = (ManualClock(), Log())
        var model = Model(limit: Int.random(in: 1...8, using: &chance), period: .seconds(5))
        let queue = ThrottleQueue(limit: model.limit, period: model.period, timeline: Timeline(clock))
        for call in 0..<300 {
            switch Int.random(in: 0..<5, using: &chance) {
            case 0, 1:
                model.arrive(call)
                switch await queue.enter(isReturning: false, patience: .seconds(1_000_000)) {
                case .passed(let slot): await log.pass(call, slot)
                case .waiting(let place):
                    Task {
                        var turns = place.turns.makeAsyncIterator()
                        if case .passed(let slot) = await turns.next() { await log.pass(call, slot) }
                    }
                case .closed: Issue.record("It was not closed.")
                }
            case 2, 3:
                let open = model.stays.filter { $0.value.end == nil }.keys.sorted()
                guard let call = open.randomElement(using: &chance), let slot = await log.slots[call] else { continue }
                model.end(call)
                await queue.end(slot, wasCounted: true)
            default:
                let time = Duration.milliseconds(Int.random(in: 1...4_000, using: &chance))
                model.advance(by: time)
                await clock.advance(by: time)
            }
            await log.reaches(model.order.count)
            #expect(await Set(log.slots.keys) == Set(model.order))
        }
        for stay in model.stays.values { #expect(Self.others(stay, model) <= model.limit) }
    }

    /// How many requests the service counts at worst as one is sent: this one at once, the others at their ends.
    private static func others(_ stay: Stay, _ model: Model) -> Int {
        model.stays.values.count { other in
            other.begin <= stay.begin && other.begin > stay.begin - model.period * 2
                && other.end ?? stay.begin > stay.begin - model.period
        }
    }
}
