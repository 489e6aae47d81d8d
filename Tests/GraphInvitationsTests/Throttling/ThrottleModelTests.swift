import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

/// The queue held against a plain model of it, over random histories.
@Suite struct ThrottleModelTests {
    /// When a request was let through, when it ended, and whether it then counts.
    private struct Stay {
        let begin: Duration
        /// As how many requests it counts.
        let weight: Int
        var end: Duration?
        var wasCounted = true
    }

    /// What the queue must do, in the plainest way.
    private struct Model {
        let limit: Int
        let period: Duration
        var now = Duration.zero
        var closedUntil = Duration.zero
        var waiting: [(call: Int, isReturning: Bool, weight: Int)] = []
        var stays: [Int: Stay] = [:]

        mutating func arrive(_ call: Int, isReturning: Bool, weight: Int) {
            let place = isReturning ? waiting.firstIndex { !$0.isReturning } : nil
            waiting.insert((call, isReturning, weight), at: place ?? waiting.endIndex)
            settle()
        }

        mutating func leave(_ call: Int) {
            waiting.removeAll { $0.call == call }
            settle()
        }

        mutating func end(_ call: Int, wasCounted: Bool, closingFor: Duration?) {
            stays[call]?.end = now
            stays[call]?.wasCounted = wasCounted
            if let closingFor { closedUntil = max(closedUntil, now + closingFor) }
            settle()
        }

        mutating func advance(by duration: Duration) {
            now += duration
            settle()
        }

        private mutating func settle() {
            while closedUntil <= now, let next = waiting.first, counted + next.weight <= limit {
                waiting.removeFirst()
                stays[next.call] = Stay(begin: now, weight: next.weight)
            }
        }

        private var counted: Int {
            stays.values
                .filter { stay in
                    guard let end = stay.end else { return true }
                    return stay.wasCounted && end + period > now
                }
                .map(\.weight).reduce(0, +)
        }
    }

    private actor Log {
        private(set) var passed: Set<Int> = []
        func pass(_ call: Int) { passed.insert(call) }
        func reaches(_ count: Int) async { while passed.count < count { await Task.yield() } }
    }

    @Test(arguments: 1...20)
    func `lets through exactly whom the model lets through, and never more than the limit in a period`(_ seed: Int)
        async throws
    {
        var chance = Chance(state: UInt64(seed))
        let (clock, log) = (ManualClock(), Log())
        var model = Model(limit: Int.random(in: 1...8, using: &chance), period: .seconds(5))
        let queue = ThrottleQueue(limit: model.limit, period: model.period, timeline: Timeline(clock))
        var places: [Int: ThrottleQueue.Place] = [:]
        for call in 0..<300 {
            switch Int.random(in: 0..<8, using: &chance) {
            case 0...2:
                let isReturning = Int.random(in: 0..<4, using: &chance) == 0
                let isHeavy = Int.random(in: 0..<4, using: &chance) == 0
                let weight = isHeavy ? Int.random(in: 1...model.limit, using: &chance) : 1
                model.arrive(call, isReturning: isReturning, weight: weight)
                switch await queue.enter(
                    isReturning: isReturning,
                    patience: .seconds(1_000_000),
                    weight: weight
                ) {
                case .passed: await log.pass(call)
                case .closed: Issue.record("It is never closed for that long.")
                case .waiting(let place):
                    places[call] = place
                    Task {
                        var turns = place.turns.makeAsyncIterator()
                        if case .passed = await turns.next() { await log.pass(call) }
                    }
                }
            case 3...5:
                let open = model.stays.filter { $0.value.end == nil }.keys.sorted()
                guard let call = open.randomElement(using: &chance) else { continue }
                let wasCounted = Int.random(in: 0..<5, using: &chance) > 0
                let closingFor = Int.random(in: 0..<8, using: &chance) == 0 ? Duration.seconds(3) : nil
                model.end(call, wasCounted: wasCounted, closingFor: closingFor)
                let weight = model.stays[call]?.weight ?? 1
                await queue.end(wasCounted: wasCounted, weight: weight, closingFor: closingFor)
            case 6:
                guard let (call, _, _) = model.waiting.randomElement(using: &chance), let place = places[call] else {
                    continue
                }
                model.leave(call)
                await queue.leave(place)
            default:
                let time = Duration.milliseconds(Int.random(in: 1...4_000, using: &chance))
                model.advance(by: time)
                await clock.advance(by: time)
            }
            await log.reaches(model.stays.count)
            #expect(await log.passed == Set(model.stays.keys))
        }
        #expect(model.stays.count > 5)
        for stay in model.stays.values { #expect(Self.others(stay, model) <= model.limit) }
    }

    /// How many requests the service counts at worst as one is sent: this one at once, the others at their ends.
    private static func others(_ stay: Stay, _ model: Model) -> Int {
        model.stays.values
            .filter { other in
                let end = other.end ?? model.now
                return other.begin <= stay.begin
                    && (end > stay.begin || other.wasCounted && end > stay.begin - model.period)
            }
            .map(\.weight).reduce(0, +)
    }
}
