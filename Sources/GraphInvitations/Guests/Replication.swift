extension GraphClient.Configuration {
    /// How long a change may take until every part of the directory knows it.
    ///
    /// Graph answers 404 for a guest who was just made, and refuses an address that was just added, mostly for seconds,
    /// at times for minutes.
    public struct Replication: Hashable, Sendable {
        /// The time between two attempts to find out.
        public var pollingInterval: Duration
        /// After which time it is taken for a failure.
        public var timeout: Duration

        /// Patience of that kind: two seconds between attempts, five minutes in all, unless you choose.
        public init(pollingInterval: Duration = .seconds(2), timeout: Duration = .seconds(300)) {
            self.pollingInterval = pollingInterval
            self.timeout = timeout
        }
    }
}

extension GraphClient {
    /// The moment at which the patience that begins now ends, on the client's clock.
    func replicationDeadline(after timeout: Duration? = nil) -> Duration {
        settings.timeline.elapsed() + (timeout ?? configuration.replication.timeout)
    }

    /// Repeats a call for as long as it fails because the directory has not caught up.
    ///
    /// - Parameters:
    ///   - operation: What the call does, for those who watch.
    ///   - deadline: When to give up, on the client's clock; tried once more when it is reached.
    ///   - interval: The time between two attempts.
    ///   - isTooEarly: Whether the error is one that passes.
    ///   - body: The call.
    /// - Returns: What the call returns.
    /// - Throws: What the call throws last; `cancelled`.
    func replicated<Value>(
        _ operation: GraphOperation,
        until deadline: Duration,
        every interval: Duration? = nil,
        while isTooEarly: (GraphError) -> Bool,
        _ body: () async throws(GraphError) -> Value
    ) async throws(GraphError) -> Value {
        var doubt: InvitationInDoubt?
        while true {
            let last: GraphError
            let wait: Duration
            do throws(GraphError) {
                return try await body()
            } catch {
                // What an attempt has left open stays open, whatever the next one says.
                doubt = doubt ?? error.invitationInDoubt
                last = error.leaving(doubt)
                let rest = deadline - settings.timeline.elapsed()
                guard isTooEarly(error), rest > .zero else { throw last }
                wait = min(interval ?? configuration.replication.pollingInterval, rest)
            }
            EventReporter(
                configuration.onEvent,
                operation: operation.name,
                clientRequestID: last.clientRequestID ?? ""
            )?
            .report(.wait(GraphEvent.Wait(duration: wait, reason: .replication)), attempt: last.attempts.count + 1)
            do throws(GraphError) {
                try await pause(wait)
            } catch {
                var cancelled = error.leaving(doubt)
                cancelled.attempts = last.attempts
                cancelled.clientRequestID = last.clientRequestID
                throw cancelled
            }
        }
    }

    /// Waits on the client's clock.
    func pause(_ duration: Duration) async throws(GraphError) {
        do {
            try await settings.timeline.sleep(until: settings.timeline.elapsed() + duration)
        } catch {
            throw GraphError(code: .cancelled)
        }
    }
}

extension GraphError {
    /// Whether the directory may come to know what it does not know yet: Graph answers 404, and in rare cases 202.
    var isFromBehind: Bool { code == .notFound || statusCode == 202 }

    /// The error with a doubt of before, where it has none itself.
    fileprivate func leaving(_ doubt: InvitationInDoubt?) -> GraphError {
        var copy = self
        copy.invitationInDoubt = invitationInDoubt ?? doubt
        return copy
    }
}
