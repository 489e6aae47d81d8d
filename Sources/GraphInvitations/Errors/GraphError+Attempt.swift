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

        /// Whether the service may have had the request.
        public var mayHaveBeenSent: Bool {
            if case .failure(_, mayHaveBeenSent: false) = outcome { false } else { true }
        }

        /// What came of an attempt.
        public enum Outcome: Hashable, Sendable {
            /// An answer with that status.
            case status(Int)
            /// No answer, and whether the request may have been sent all the same.
            case failure(Code, mayHaveBeenSent: Bool)
        }
    }
}
