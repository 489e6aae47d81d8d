#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension GraphError {
    /// One request that was sent for a call.
    public struct Attempt: Hashable, Sendable {
        /// When it was handed to the transport.
        public var sentAt: Date
        /// When its answer or failure was there.
        public var endedAt: Date
        /// What came of it.
        public var outcome: Outcome

        /// An attempt of these parts.
        public init(sentAt: Date, endedAt: Date, outcome: Outcome) {
            self.sentAt = sentAt
            self.endedAt = endedAt
            self.outcome = outcome
        }

        /// Whether the service may have acted on the request without saying so: no answer came, or that of a gateway or
        /// of a service that failed.
        public var leavesOutcomeOpen: Bool {
            switch outcome {
            case .failure(_, let mayHaveBeenSent): mayHaveBeenSent
            case .status(503, let retryAfter): retryAfter == nil
            case .status(let statusCode, _): statusCode == 408 || statusCode >= 500
            }
        }

        /// What came of an attempt.
        public enum Outcome: Hashable, Sendable {
            /// An answer with that status, and how long it asks to wait.
            case status(Int, retryAfter: Duration?)
            /// No answer, and whether the request may have been sent all the same.
            case failure(Code, mayHaveBeenSent: Bool)
        }

        /// Whether nobody can tell what became of the request, so that one that mails must not be repeated.
        var isInDoubt: Bool {
            if case .status(let statusCode, _) = outcome, ![502, 503, 504].contains(statusCode) { return false }
            return leavesOutcomeOpen
        }

        var isThrottled: Bool { if case .status(429, _) = outcome { true } else { false } }

        /// Whether the service counts the request.
        var reachedService: Bool { if case .failure(_, mayHaveBeenSent: false) = outcome { false } else { true } }
    }
}

extension [GraphError.Attempt] {
    /// Whether one before the last has left open what became of it, so that the last may have found it done.
    var leftOpenBeforeLast: Bool { dropLast().contains(where: \.leavesOutcomeOpen) }
}
