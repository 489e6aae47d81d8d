extension GraphClient {
    /// Does the steps of an invitation that are not finished; the invitation itself is never repeated.
    ///
    /// Needs the permission of each step: ``GuestStep/operation``.
    ///
    /// - Parameter result: What the invitation, or an attempt to resume it, returned.
    /// - Returns: The same with the new outcomes.
    public func resume(_ result: GuestInvitationResult) async -> GuestInvitationResult {
        var result = result
        let deadline = replicationDeadline()
        guard let id = result.userID, result.invitation?.status != .error else { return result }
        for index in result.steps.indices where !result.steps[index].isFinished {
            do throws(GraphError) {
                try await perform(result.steps[index], of: users[id], result.patch, until: deadline)
                result.steps[index].outcome = .done
            } catch {
                result.steps[index].outcome = .failed(error)
                guard error.code != .cancelled else { break }
            }
        }
        return result
    }

    private func perform(
        _ step: GuestStep,
        of user: UserRequestBuilder,
        _ patch: UserPatch,
        until deadline: Duration
    ) async throws(GraphError) {
        try await replicated(step.operation, until: deadline) { error in
            // A sponsor who is not there does not come by waiting.
            let message = error.serviceError?.message.lowercased() ?? ""
            return error.code == .notFound && step.sponsor.map { !message.contains($0.id.lowercased()) } ?? true
        } _: { () async throws(GraphError) in
            guard let sponsor = step.sponsor else { return try await user.update(patch) }
            do throws(GraphError) {
                try await user.sponsors.add(sponsor)
            } catch {
                guard error.tellsOfExistence else { throw error }
            }
        }
    }
}
