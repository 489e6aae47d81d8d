/// How far a call of several steps came before it failed.
public struct GuestProgress: Sendable {
    /// The guest as far as is known: as read, with what Graph has confirmed since; nil where nothing was read.
    ///
    /// Where it is open whether Graph has done the failed step, the guest was read once more, if Graph could be reached.
    public internal(set) var guest: User?
    /// The steps in order, each with its outcome.
    public internal(set) var steps: [GuestStep]

    init(_ operations: GraphOperation...) { steps = operations.map { GuestStep($0) } }

    /// Notes that a step is not needed.
    mutating func skip(_ operation: GraphOperation) { note(.notNeeded, operation) }

    /// Does a step and notes what became of it.
    ///
    /// - Parameters:
    ///   - operation: The step.
    ///   - guest: Whose state is to be found out where the step leaves it open.
    ///   - body: What to do.
    /// - Returns: What it returns.
    /// - Throws: What it throws, with the progress in ``GraphError/guestProgress``.
    mutating func perform<Value>(
        _ operation: GraphOperation,
        on guest: UserRequestBuilder? = nil,
        _ body: () async throws(GraphError) -> Value
    ) async throws(GraphError) -> Value {
        do {
            let value = try await body()
            note(.done, operation)
            return value
        } catch {
            note(.failed(error), operation)
            if error.code != .cancelled, error.attempts.contains(where: \.leavesOutcomeOpen),
                let known = try? await guest?.get()
            {
                self.guest = known
            }
            var failure = error
            failure.guestProgress = self
            throw failure
        }
    }

    private mutating func note(_ outcome: GuestStep.Outcome, _ operation: GraphOperation) {
        guard let index = steps.firstIndex(where: { $0.operation == operation }) else { return }
        steps[index].outcome = outcome
    }
}
