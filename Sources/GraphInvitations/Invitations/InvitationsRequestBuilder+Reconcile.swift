extension InvitationsRequestBuilder {
    /// Finds out, without changing anything, whether an invitation in doubt has happened.
    ///
    /// Needs the permission `User.Read.All`. A guest can be invisible for some minutes after the invitation, so nobody
    /// found is no proof before the settling time is over: the answer is `unknown` until then. Nothing in the directory
    /// tells whether a guest who was there before was mailed once more; that answer is `unknown`, too.
    ///
    /// ```swift
    /// do throws(GraphError) {
    ///     invitation = try await graph.invitations.create(new)
    /// } catch {
    ///     guard let doubt = error.invitationInDoubt else { throw error }
    ///     if case .notInvited = try await graph.invitations.reconcile(doubt) { … }
    /// }
    /// ```
    ///
    /// Mirrors [List users](https://learn.microsoft.com/graph/api/user-list).
    ///
    /// - Parameters:
    ///   - doubt: What an error holds as ``GraphError/invitationInDoubt``.
    ///   - settlingTime: After which time from the last attempt a new guest counts as visible for certain; at least
    ///     zero.
    /// - Returns: What the directory says.
    /// - Throws: ``GraphError``; with code `invalidRequest` for a doubt that names nobody.
    public func reconcile(
        _ doubt: InvitationInDoubt,
        settlingTime: Duration = .seconds(600)
    ) async throws(GraphError) -> Reconciliation {
        try GraphError.refuse(doubt.problems)
        let now = client.configuration.now()
        return doubt.judgement(on: try await users(concerning: doubt), at: now, settlingTime: settlingTime)
    }

    private func users(concerning doubt: InvitationInDoubt) async throws(GraphError) -> [User] {
        if let id = doubt.resetUserID {
            do {
                return [try await client.users[id].get()]
            } catch {
                guard error.code == .notFound else { throw error }
                return []
            }
        }
        return try await client.users.list(filter: .found(by: doubt.invitedUserEmailAddress)).all()
    }
}
