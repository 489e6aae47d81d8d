#if URLSession
extension URLSessionTransport {
    /// Ends calls that take too long.
    ///
    /// One sleeping task serves all calls in flight: a timer for each costs a sixth of a whole request on Linux.
    actor Deadlines {
        private let timeout: Duration
        private let clock = ContinuousClock()
        private var waiting: [Int: (deadline: ContinuousClock.Instant, reply: AsyncStream<Reply>.Continuation)] = [:]
        private var last = 0
        private var isWatching = false

        init(timeout: Duration) { self.timeout = timeout }

        /// Lets a call take the timeout from now.
        func start(_ reply: AsyncStream<Reply>.Continuation) -> Int {
            last += 1
            waiting[last] = (clock.now + timeout, reply)
            if !isWatching { watch(until: clock.now + timeout) }
            return last
        }

        /// A call has ended by itself.
        func end(_ call: Int) { waiting[call] = nil }

        /// Sleeps until no call can be overdue before; all have the same timeout, so later ones are due later.
        private func watch(until deadline: ContinuousClock.Instant) {
            isWatching = true
            Task { [weak self, clock] in
                try? await clock.sleep(until: deadline)
                await self?.endOverdueCalls()
            }
        }

        private func endOverdueCalls() {
            for (call, entry) in waiting where entry.deadline <= clock.now {
                waiting[call] = nil
                entry.reply.yield(.failure(.deadlinePassed))
                entry.reply.finish()
            }
            isWatching = false
            if let next = waiting.values.map(\.deadline).min() { watch(until: next) }
        }
    }
}
#endif
