/// Lets requests through, one after the other, as fast as a service takes them.
///
/// A request counts from when it is let through until a period after its end: in that time lies the moment at which the
/// service counted it, however long it was on its way. So the service never counts more than the limit within a period.
actor ThrottleQueue {
    /// What comes of asking to be let through.
    enum Entry: Sendable {
        case passed
        case waiting(Place)
        /// The queue stays closed for so long, which is more than the call may wait.
        case closed(for: Duration)
    }

    /// A place in the queue.
    struct Place: Sendable {
        let number: Int
        let turns: AsyncStream<Turn>
        let expectedWait: Duration
    }

    /// How waiting ends, for a call that is not cancelled.
    enum Turn: Sendable {
        case passed
        case closed(for: Duration)
    }

    private struct Waiter {
        let turns: AsyncStream<Turn>.Continuation
        let patience: Duration
        /// As how many requests it counts.
        let weight: Int
        /// When the patience of one that was let through before ends; for others it begins anew with each closure.
        let deadline: Duration?

        func waits(until time: Duration, from now: Duration) -> Bool { time <= deadline ?? now + patience }
    }

    /// The longest time for which one answer closes the queue: an absurd one must not close it for good.
    static let longestClosure = Duration.seconds(3_600)

    let limit: Int?
    private let period: Duration
    private let timeline: Timeline
    /// How many requests were let through and have not ended.
    private var underWay = 0
    /// When each request that has ended stops to count: in order, since all count for one period.
    private var ended: ArraySlice<Duration> = []
    private var closedUntil = Duration.zero
    private var waiters: [Int: Waiter] = [:]
    private var newcomers: ArraySlice<Int> = []
    private var returners: ArraySlice<Int> = []
    private var last = 0
    private var alarm: (time: Duration, task: Task<Void, Never>)?

    /// A queue that lets so many requests through in a period; all of them where there is no limit.
    init(limit: Int?, period: Duration, timeline: Timeline) {
        self.limit = limit.map { max($0, 1) }
        self.period = max(period, .zero)
        self.timeline = timeline
    }

    /// Asks to be let through; whoever is calls ``end(wasCounted:weight:closingFor:)``.
    ///
    /// - Parameters:
    ///   - isReturning: Whether the call was let through before; such calls came first, so they go first.
    ///   - patience: How long the call waits for a closed queue.
    ///   - weight: As how many requests it counts; as many as there may be at most.
    /// - Returns: A pass, a place to wait for one, or a refusal.
    func enter(isReturning: Bool, patience: Duration, weight: Int = 1) -> Entry {
        let now = timeline.elapsed()
        dropEnded(upTo: now)
        let patience = max(patience, .zero)
        guard closedUntil <= now + patience else { return .closed(for: closedUntil - now) }
        guard !waiters.isEmpty || closedUntil > now || !hasRoom(for: weight) else {
            underWay += weight
            return .passed
        }
        let (turns, continuation) = AsyncStream.makeStream(of: Turn.self, bufferingPolicy: .bufferingOldest(1))
        last += 1
        let place = (isReturning ? returners.count : waiters.count) + weight - 1
        let expectedWait = expectedOpening(forPlace: place, at: now) - now
        let deadline = isReturning ? now + patience : nil
        waiters[last] = Waiter(turns: continuation, patience: patience, weight: weight, deadline: deadline)
        if isReturning { returners.append(last) } else { newcomers.append(last) }
        setAlarm(at: now)
        return .waiting(Place(number: last, turns: turns, expectedWait: expectedWait))
    }

    /// Gives up a place.
    func leave(_ place: Place) {
        waiters[place.number] = nil
        letThrough()
    }

    /// Reports the end of a request that was let through.
    ///
    /// - Parameters:
    ///   - wasCounted: Whether the service may have had it.
    ///   - weight: As how many requests it was let through.
    ///   - closingFor: How long the service wants to see no further request.
    func end(wasCounted: Bool, weight: Int = 1, closingFor: Duration? = nil) {
        let now = timeline.elapsed()
        underWay -= weight
        if wasCounted, limit != nil { ended += repeatElement(now + period, count: weight) }
        if let closingFor { close(until: now + min(closingFor, Self.longestClosure), at: now) }
        if !waiters.isEmpty { letThrough() }
    }

    private func close(until time: Duration, at now: Duration) {
        closedUntil = max(closedUntil, time)
        for (number, waiter) in waiters where !waiter.waits(until: closedUntil, from: now) {
            waiters[number] = nil
            waiter.turns.yield(.closed(for: closedUntil - now))
            waiter.turns.finish()
        }
    }

    private func letThrough() {
        let now = timeline.elapsed()
        dropEnded(upTo: now)
        while closedUntil <= now, let waiter = firstWaiter(), hasRoom(for: waiter.weight) {
            removeFirstWaiter()
            // One that was cancelled in the meantime does not take its turn.
            if case .enqueued = waiter.turns.yield(.passed) { underWay += waiter.weight }
            waiter.turns.finish()
        }
        setAlarm(at: now)
    }

    /// The waiter whose turn is next; those who have left are forgotten on the way.
    private func firstWaiter() -> Waiter? {
        while let number = returners.first ?? newcomers.first {
            if let waiter = waiters[number] { return waiter }
            removeFirstWaiter()
        }
        return nil
    }

    private func removeFirstWaiter() {
        if let number = returners.popFirst() ?? newcomers.popFirst() { waiters[number] = nil }
    }

    private func hasRoom(for weight: Int) -> Bool {
        limit.map { underWay + ended.count + min(weight, $0) <= $0 } ?? true
    }

    private func dropEnded(upTo now: Duration) {
        while let first = ended.first, first <= now { _ = ended.popFirst() }
    }

    /// When the queue opens for the waiter of that place, counted from 0, if all requests under way ended now.
    private func expectedOpening(forPlace place: Int, at now: Duration) -> Duration {
        let open = max(closedUntil, now)
        guard let limit else { return open }
        let excess = place - (limit - underWay - ended.count)
        guard excess >= 0 else { return open }
        let rounds = excess / limit
        let first = excess % limit < ended.count ? ended[ended.startIndex + excess % limit] : now + period
        return max(open, first + period * rounds)
    }

    /// Has the queue look again when it can next let somebody through; the end of a request has it look as well.
    private func setAlarm(at now: Duration) {
        let isRoom = firstWaiter().map { hasRoom(for: $0.weight) } ?? true
        guard !waiters.isEmpty, let time = closedUntil > now ? closedUntil : isRoom ? now : ended.first else {
            alarm?.task.cancel()
            alarm = nil
            return
        }
        // One that rings too early does no harm. Set anew for each that comes, it would never ring.
        if let alarm, alarm.time <= time { return }
        alarm?.task.cancel()
        let task = Task { [weak self, timeline] in
            guard (try? await timeline.sleep(until: time)) != nil else { return }
            await self?.ring()
        }
        alarm = (time, task)
    }

    private func ring() {
        alarm = nil
        letThrough()
    }
}
