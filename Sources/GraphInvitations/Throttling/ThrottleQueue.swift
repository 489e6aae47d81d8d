/// Lets requests through, one after the other, as fast as a service takes them.
///
/// A request counts from when it is let through until a period after its answer came: in that time lies the moment at
/// which the service counted it, however long it was on its way. So the service never counts more than the limit
/// within a period.
actor ThrottleQueue {
    /// What a request that was let through gives back at its end.
    enum Slot: Hashable, Sendable {
        case none
        case number(Int)
    }

    /// What comes of asking to be let through.
    enum Entry: Sendable {
        case passed(Slot)
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
        case passed(Slot)
        case closed(for: Duration)
    }

    private struct Waiter {
        let turns: AsyncStream<Turn>.Continuation
        /// When the queue must be open again at the latest.
        let opensBefore: Duration
    }

    private let limit: Int?
    private let period: Duration
    private let timeline: Timeline
    /// When each request that was let through stops to count, in the order of their turns.
    private var slots: ArraySlice<Duration> = []
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

    /// Asks to be let through.
    ///
    /// - Parameters:
    ///   - isReturning: Whether the call was let through before; such calls came first, so they go first.
    ///   - patience: How long the call waits for a closed queue.
    /// - Returns: A slot, a place to wait for one, or a refusal.
    func enter(isReturning: Bool, patience: Duration) -> Entry {
        let now = timeline.elapsed()
        dropSlots(upTo: now)
        let opensBefore = now + max(patience, .zero)
        guard closedUntil <= opensBefore else { return .closed(for: closedUntil - now) }
        if waiters.isEmpty, closedUntil <= now, hasRoom { return .passed(take(at: now)) }
        let (turns, continuation) = AsyncStream.makeStream(of: Turn.self, bufferingPolicy: .bufferingOldest(1))
        last += 1
        let expectedWait = opening(forPlace: isReturning ? returners.count : waiters.count, at: now) - now
        waiters[last] = Waiter(turns: continuation, opensBefore: opensBefore)
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
    ///   - slot: What it got when it was let through.
    ///   - wasCounted: Whether the service may have had it.
    ///   - closingFor: How long the service wants to see no further request.
    func end(_ slot: Slot, wasCounted: Bool, closingFor: Duration? = nil) {
        let now = timeline.elapsed()
        if case .number(let number) = slot, slots.indices.contains(number) {
            slots[number] = min(slots[number], wasCounted ? now + period : now)
        }
        if let closingFor { close(until: now + closingFor, at: now) }
        if !waiters.isEmpty { letThrough() }
    }

    private func close(until time: Duration, at now: Duration) {
        closedUntil = max(closedUntil, time)
        for (number, waiter) in waiters where waiter.opensBefore < closedUntil {
            waiters[number] = nil
            waiter.turns.yield(.closed(for: closedUntil - now))
            waiter.turns.finish()
        }
    }

    private func letThrough() {
        let now = timeline.elapsed()
        dropSlots(upTo: now)
        while closedUntil <= now, hasRoom, let waiter = nextWaiter() {
            let slot = take(at: now)
            // One that was cancelled in the meantime does not take its turn.
            if case .terminated = waiter.turns.yield(.passed(slot)), case .number(let number) = slot {
                slots[number] = now
            }
            waiter.turns.finish()
        }
        setAlarm(at: now)
    }

    private func nextWaiter() -> Waiter? {
        while let number = returners.popFirst() ?? newcomers.popFirst() {
            if let waiter = waiters.removeValue(forKey: number) { return waiter }
        }
        return nil
    }

    private var hasRoom: Bool { limit.map { slots.count < $0 } ?? true }

    private func take(at now: Duration) -> Slot {
        guard limit != nil else { return .none }
        // Until its answer says better: the period may not begin before the service has had the request.
        slots.append(now + period * 2)
        return .number(slots.endIndex - 1)
    }

    private func dropSlots(upTo now: Duration) {
        while let first = slots.first, first <= now { _ = slots.popFirst() }
    }

    /// When the queue opens for the waiter of that place, counted from 0, as far as can be told.
    private func opening(forPlace place: Int, at now: Duration) -> Duration {
        let open = max(closedUntil, now)
        guard let limit else { return open }
        let excess = place - (limit - slots.count)
        guard excess >= 0 else { return open }
        guard !slots.isEmpty else { return open + period * (place / limit) }
        let slot = slots[slots.startIndex + excess % slots.count]
        return max(open, slot + period * (excess / limit))
    }

    /// Has the queue look again when it can next let somebody through.
    private func setAlarm(at now: Duration) {
        guard !waiters.isEmpty else {
            alarm?.task.cancel()
            alarm = nil
            return
        }
        let time = opening(forPlace: 0, at: now)
        guard alarm?.time != time else { return }
        alarm?.task.cancel()
        let task = Task { [weak self, timeline] in
            guard (try? await timeline.sleep(until: time)) != nil else { return }
            await self?.ring(for: time)
        }
        alarm = (time, task)
    }

    private func ring(for time: Duration) {
        guard alarm?.time == time else { return }
        alarm = nil
        letThrough()
    }
}
