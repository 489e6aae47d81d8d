/// How far a call of several steps came before it failed.
public struct GuestProgress: Sendable {
    /// The guest as far as is known: as read, with what Graph has confirmed since; nil where nothing was read.
    ///
    /// Where a change of the guest or a reset leaves open whether Graph has done it, and the task is not cancelled, the
    /// guest was read once more, if Graph could be reached.
    public internal(set) var guest: User?
    /// The steps in order, each with its outcome.
    public internal(set) var steps: [GuestStep]
    /// What Graph has confirmed to have changed since the guest was read.
    private var confirmed: UserPatch?

    init(_ operations: GraphOperation...) { steps = operations.map { GuestStep($0) } }

    /// Notes that a step is not needed.
    mutating func skip(_ operation: GraphOperation) { note(.notNeeded, operation) }

    /// Notes what Graph has confirmed to have changed of the guest.
    mutating func confirm(_ patch: UserPatch) {
        confirmed = patch
        guest?.apply(patch)
    }

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
                // A part of the directory that has not caught up may have answered.
                if let confirmed { self.guest?.apply(confirmed) }
            }
            var failure = error
            failure.guestProgress = self
            throw failure
        }
    }

    /// Notes what became of a step.
    mutating func note(_ outcome: GuestStep.Outcome, _ operation: GraphOperation) {
        guard let index = steps.firstIndex(where: { $0.operation == operation }) else { return }
        steps[index].operation = operation
        steps[index].outcome = outcome
    }
}

extension GuestProgress: CustomStringConvertible {
    /// The steps and their outcomes in one line.
    public var description: String { steps.map(\.summary).joined(separator: ", ") }
}

extension User {
    /// Takes over addresses that Graph has confirmed.
    fileprivate mutating func apply(_ patch: UserPatch) {
        mail = patch.mail ?? mail
        let known = otherMails ?? []
        let added = (patch.otherMails ?? []).filter { address in !known.contains { $0.equalsIgnoringCase(address) } }
        if !added.isEmpty { otherMails = known + added }
    }
}
