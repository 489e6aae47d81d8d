/// One request of a call that takes several, and what became of it.
public struct GuestStep: Sendable, CustomStringConvertible {
    /// What was to be done, and the permission that this needs.
    public internal(set) var operation: GraphOperation
    /// Who was to be added, where that is the step.
    public let sponsor: Sponsor?
    /// What became of it.
    public internal(set) var outcome: Outcome

    /// What became of a step.
    public enum Outcome: Sendable {
        /// It is done.
        case done
        /// What it would do was so already.
        case notNeeded
        /// It was not reached.
        case notReached
        /// It failed; whether Graph has done it all the same is open where an attempt
        /// ``GraphError/Attempt/leavesOutcomeOpen``.
        case failed(GraphError)
    }

    init(_ operation: GraphOperation, sponsor: Sponsor? = nil, outcome: Outcome = .notReached) {
        self.operation = operation
        self.sponsor = sponsor
        self.outcome = outcome
    }

    /// Whether nothing is left to do of it.
    public var isFinished: Bool {
        switch outcome {
        case .done, .notNeeded: true
        case .notReached, .failed: false
        }
    }

    /// Why it failed; nil where it did not.
    public var error: GraphError? { if case .failed(let error) = outcome { error } else { nil } }

    /// Operation, outcome and error in one line.
    public var description: String { summary + (error.map { ": \($0)" } ?? "") }

    /// Operation and outcome.
    var summary: String {
        let subject = sponsor.map { " \($0.id)" } ?? ""
        return switch outcome {
        case .done: "\(operation)\(subject) done"
        case .notNeeded: "\(operation)\(subject) not needed"
        case .notReached: "\(operation)\(subject) not reached"
        case .failed: "\(operation)\(subject) failed"
        }
    }
}
