/// The operations on `/invitations`, reached as ``GraphClient/invitations``.
public struct InvitationsRequestBuilder: Sendable {
    let client: GraphClient

    /// Invites a person: makes the guest user and, where asked, has Graph mail the invitation.
    ///
    /// Needs the permission `User.Invite.All`. Inviting an address again gives the same guest with a new redeem URL.
    /// Check ``Invitation/status``: Graph may answer with success and `error`.
    ///
    /// Mirrors [Create invitation](https://learn.microsoft.com/graph/api/invitation-post).
    ///
    /// - Parameter invitation: What to send.
    /// - Returns: The invitation as Graph answered it, with the redeem URL that cannot be fetched again.
    /// - Throws: ``GraphError``; with code `invalidRequest` before anything is sent, with `outcomeUnknown` where Graph
    ///   may have mailed the person although no answer came.
    public func create(_ invitation: NewInvitation) async throws(GraphError) -> Invitation {
        try await client.send(.createInvitation(invitation, validation: client.configuration.validation))
    }

    /// Has a guest who has already accepted accept anew, keeping the account.
    ///
    /// Needs the permission `User.ReadWrite.All`: the one that suffices for inviting does not suffice here. The address
    /// must already be on the user.
    ///
    /// Mirrors the reset of [Create invitation](https://learn.microsoft.com/graph/api/invitation-post).
    ///
    /// - Parameter reset: Whom to reset, and to which address.
    /// - Returns: The new invitation, with the redeem URL that cannot be fetched again.
    /// - Throws: ``GraphError``; with code `invalidRequest` before anything is sent, with `outcomeUnknown` where Graph
    ///   may have mailed the person although no answer came.
    public func resetRedemption(_ reset: RedemptionReset) async throws(GraphError) -> Invitation {
        try await client.send(.resetRedemption(reset, validation: client.configuration.validation))
    }
}
