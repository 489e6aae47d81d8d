/// What a reset with its precondition has done.
public struct RedemptionResetResult: Sendable {
    /// The new invitation, with the redeem URL that cannot be fetched again.
    public let invitation: Invitation
    /// The guest as read, with the address that was added.
    public let guest: User
    /// The steps, each done or not needed: reading the guest, adding the address, resetting.
    public let steps: [GuestStep]
}
