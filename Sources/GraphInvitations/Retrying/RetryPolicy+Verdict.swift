extension RetryPolicy {
    /// What to do about a reply.
    enum Verdict: Hashable, Sendable {
        /// It is what the call ends with.
        case final
        /// Send the request again after a wait.
        case again(after: Duration)
        /// Send the request again with a fresh token.
        case signInAgain
    }

    /// What to do about the reply to the latest of so many attempts.
    ///
    /// - Parameters:
    ///   - reply: The reply.
    ///   - purpose: What the request is for.
    ///   - attempts: How often it was sent.
    ///   - elapsed: How long ago it was sent first.
    ///   - wait: How long to wait before sending it again.
    /// - Returns: The one row of the table that applies.
    func verdict(
        on reply: Reply,
        to purpose: Delivery.Purpose,
        attempts: Int,
        elapsed: Duration,
        wait: Duration
    ) -> Verdict {
        guard attempts < maximumAttempts else { return .final }
        switch reply.fate {
        case .final: return .final
        case .unauthorized: return elapsed > totalTime ? .final : .signInAgain
        case _ where purpose == .batch: return .final
        case .inDoubt where purpose == .graph(mailsGuest: true) && !mayMailTwice: return .final
        case .inDoubt, .refusedForNow, .unsent: return elapsed + wait <= totalTime ? .again(after: wait) : .final
        }
    }

    /// The wait before the next attempt where the service names none: a part of a ceiling that doubles.
    ///
    /// - Parameters:
    ///   - attempts: How many attempts there were; at least 1.
    ///   - fraction: The part, from 0 to 1.
    /// - Returns: The wait.
    func backoff(after attempts: Int, fraction: Double) -> Duration {
        var ceiling = max(.zero, firstBackoff)
        for _ in 1..<max(attempts, 1) where ceiling < maximumBackoff { ceiling *= 2 }
        return max(.zero, min(ceiling, maximumBackoff)) * (fraction > 0 ? min(fraction, 1) : 0)
    }
}
