/// A clock of any kind, read in durations since a common start.
struct Timeline: Sendable {
    /// The time since the start.
    let elapsed: @Sendable () -> Duration
    private let wait: @Sendable (Duration) async throws -> Void

    init(_ clock: some Clock<Duration>) {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        wait = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// Sleeps until so long after the start.
    ///
    /// - Throws: What the clock throws where the task is cancelled.
    func sleep(until deadline: Duration) async throws {
        // A clock of the system counts nanoseconds in 64 bits, which a deadline far away would overflow.
        let day = Duration.seconds(86_400)
        while case let now = elapsed(), deadline - now > day { try await wait(now + day) }
        try await wait(deadline)
    }
}
