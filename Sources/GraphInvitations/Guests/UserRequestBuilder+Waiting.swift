extension UserRequestBuilder {
    /// Waits until the directory knows the user, by reading alone.
    ///
    /// Needs the permission `User.Read.All`. A guest is invisible to most of Graph for some time after the invitation.
    /// Being found is no proof for every part of it, so a probe can ask for more, such as that a change is accepted.
    ///
    /// - Parameters:
    ///   - interval: The time between two attempts; nil for that of the client's ``GraphClient/Configuration/replication``.
    ///   - timeout: How long to try at most; nil for that of the client's.
    ///   - select: The properties to ask for.
    ///   - probe: Whether the user who was found is as you need it.
    /// - Returns: The user.
    /// - Throws: ``GraphError``; with code `notFound` where nobody is found in time, with `timedOut` where the probe
    ///   does not agree in time, with `cancelled`.
    public func waitUntilUsable(
        pollingEvery interval: Duration? = nil,
        timeout: Duration? = nil,
        select: [User.Property] = .guest,
        probe: (User) async -> Bool = { _ in true }
    ) async throws(GraphError) -> User {
        let deadline = client.replicationDeadline(after: timeout)
        var isRejectedByProbe = false
        return try await client.replicated(.getUser, until: deadline, every: interval) { error in
            error.isFromBehind || isRejectedByProbe
        } _: { () async throws(GraphError) in
            isRejectedByProbe = false
            let user = try await get(select: select)
            isRejectedByProbe = await !probe(user)
            if isRejectedByProbe { throw GraphError.rejectedByProbe }
            return user
        }
    }

    /// Whether the guest has accepted.
    ///
    /// Needs the permission `User.Read.All`.
    ///
    /// - Returns: The state, and since when.
    /// - Throws: ``GraphError``.
    public func redemptionState() async throws(GraphError) -> RedemptionState {
        try RedemptionState(try await get(select: [.id, .externalUserState, .externalUserStateChangeDateTime]))
    }

    /// Whether the guest has accepted, now and whenever that changes.
    ///
    /// Needs the permission `User.Read.All`. For a guest who is not known everywhere yet, a look waits
    /// (``GraphClient/Configuration/replication``). It goes on until the loop ends or the task is cancelled:
    ///
    /// ```swift
    /// for try await state in graph.users[id].redemptionStates() {
    ///     if state.externalUserState == .accepted { break }
    /// }
    /// ```
    ///
    /// - Parameter interval: The time between two looks.
    /// - Returns: The state that is found first, then each that differs from the one before; the loop throws
    ///   ``GraphError``.
    public func redemptionStates(pollingEvery interval: Duration = .seconds(60)) -> RedemptionStates {
        RedemptionStates(user: self, interval: interval)
    }
}

extension GraphError {
    /// The user is there, and not as the caller needs it.
    fileprivate static let rejectedByProbe = GraphError(
        code: .timedOut,
        problems: [
            ValidationFinding(
                field: "probe",
                rule: "did not agree in time.",
                remedy: "Wait longer, or look at the user."
            )
        ]
    )
}
