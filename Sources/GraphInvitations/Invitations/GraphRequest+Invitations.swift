extension GraphRequest where Response == Invitation {
    /// A request that invites a person.
    ///
    /// Mirrors [Create invitation](https://learn.microsoft.com/graph/api/invitation-post).
    ///
    /// - Parameters:
    ///   - invitation: What to send.
    ///   - validation: Whether to refuse what Graph is known not to accept.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding.
    public static func createInvitation(
        _ invitation: NewInvitation,
        validation: GraphClient.Configuration.Validation = .strict
    ) throws(GraphError) -> Self {
        if validation == .strict { try invitation.validate() }
        return try Self(
            .createInvitation,
            invitation,
            needsSponsorsOnInvitation: !invitation.invitedUserSponsors.isEmpty
        )
    }

    /// A request that has a guest accept anew.
    ///
    /// Mirrors the reset of [Create invitation](https://learn.microsoft.com/graph/api/invitation-post).
    ///
    /// - Parameters:
    ///   - reset: Whom to reset, and to which address.
    ///   - validation: Whether to refuse what Graph is known not to accept.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding.
    public static func resetRedemption(
        _ reset: RedemptionReset,
        validation: GraphClient.Configuration.Validation = .strict
    ) throws(GraphError) -> Self {
        if validation == .strict { try reset.validate() }
        return try Self(.resetRedemption, reset)
    }
}
