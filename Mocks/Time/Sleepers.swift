/// The waits on a manual clock.
actor Sleepers {
    private struct Sleeper {
        let deadline: Duration
        let end: AsyncStream<Never>.Continuation
    }

    let skipsWaits: Bool
    /// The lengths of the waits so far.
    private(set) var waits: [Duration] = []
    private var sleepers: [Int: Sleeper] = [:]
    private var observers: [(count: Int, end: AsyncStream<Never>.Continuation)] = []
    private var last = 0

    init(skipsWaits: Bool) { self.skipsWaits = skipsWaits }

    /// Counts a wait that is skipped.
    func skip(_ wait: Duration) {
        waits.append(wait)
        tellObservers()
    }

    /// Returns when the clock has come so far or the task is cancelled.
    func sleep(until deadline: Duration, now: @Sendable () -> Duration) async {
        // Read here, where no waking comes between.
        let wait = deadline - now()
        waits.append(wait)
        guard wait > .zero else { return }
        let (stream, end) = AsyncStream.makeStream(of: Never.self)
        last += 1
        let number = last
        sleepers[number] = Sleeper(deadline: deadline, end: end)
        tellObservers()
        for await _ in stream {}
        sleepers[number] = nil
    }

    func wake(at now: Duration) {
        for (number, sleeper) in sleepers where sleeper.deadline <= now {
            sleepers[number] = nil
            sleeper.end.finish()
        }
    }

    /// Returns once so many sleep; of skipped ones, once there were so many.
    func reach(_ count: Int) async {
        guard reached < count else { return }
        let (stream, end) = AsyncStream.makeStream(of: Never.self)
        observers.append((count, end))
        for await _ in stream {}
    }

    private var reached: Int { skipsWaits ? waits.count : sleepers.count }

    private func tellObservers() {
        observers.removeAll { observer in
            guard reached >= observer.count else { return false }
            observer.end.finish()
            return true
        }
    }
}
