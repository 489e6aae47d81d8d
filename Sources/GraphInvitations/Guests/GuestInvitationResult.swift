/// What the one-call invite has done, and what is left to do.
///
/// The invitation is here whatever became of the steps behind it. ``GraphClient/resume(_:)`` does those that are not
/// finished.
public struct GuestInvitationResult: Sendable {
    /// The invitation, with the redeem URL that cannot be fetched again; nil where nobody was invited because the
    /// address was in the directory already.
    public let invitation: Invitation?
    /// Who had the address already; empty where nobody looked.
    public let existingUsers: [User]
    /// The steps in order, each with its outcome.
    public internal(set) var steps: [GuestStep]
    /// What to set of the guest.
    let patch: UserPatch

    /// The steps that are not done, with their errors.
    public var unfinishedSteps: [GuestStep] { steps.filter { !$0.isFinished } }
    /// Whether nothing is left to do.
    public var isComplete: Bool { unfinishedSteps.isEmpty }
    /// The object id of the guest; nil where Graph did not name one, or several have the address.
    public var userID: String? {
        invitation?.invitedUser?.id ?? (existingUsers.count == 1 ? existingUsers.first?.id : nil)
    }
}

extension GuestInvitationResult: CustomStringConvertible {
    /// The ids and the steps in one line.
    public var description: String {
        let ids = [invitation?.id.map { "invitation \($0)" }, userID.map { "user \($0)" }].compactMap(\.self)
        return (ids + steps.map(\.description)).joined(separator: ", ")
    }
}
