/// Everything about a guest to be invited in one call: the invitation, the names, further properties, sponsors.
///
/// Send it with ``GraphClient/inviteGuest(_:)``. Unlike ``NewInvitation``, it has Graph mail the guest unless you say
/// otherwise.
public struct GuestInvitation: Hashable, Sendable {
    /// What to do where the address is in the directory already.
    public enum AlreadyInvited: Hashable, Sendable {
        /// Invite all the same, without looking: Graph gives the same guest, with a new redeem URL.
        case reinvite
        /// Invite nobody, and return who is there.
        case returnExisting
        /// Invite nobody, and fail with the code `conflict`.
        case fail
    }

    /// The address to invite.
    public var invitedUserEmailAddress: String
    /// Where the guest goes after accepting; nil for My Apps of the tenant, where the token names it (global cloud
    /// alone).
    public var inviteRedirectURL: String?
    /// The first name, of at most 64 characters.
    public var givenName: String?
    /// The last name, of at most 64 characters.
    public var surname: String?
    /// The name to show; nil for one made of first and last name.
    public var invitedUserDisplayName: String?
    /// Whether the person becomes a guest, which is Graph's default, or a member, which takes an administrator.
    public var invitedUserType: UserType?
    /// Whether Graph mails the invitation; true unless set.
    public var sendInvitationMessage = true
    /// What the mail says.
    public var invitedUserMessageInfo: InvitedUserMessageInfo?
    /// Who answers for the guest: at most five.
    public var sponsors: [Sponsor] = []
    /// What else to set of the guest, such as company and country.
    public var userProperties = UserPatch()
    /// What to do where the address is in the directory already.
    public var ifAlreadyInvited = AlreadyInvited.reinvite

    /// An invitation of an address that Graph mails.
    public init(invitedUserEmailAddress: String, inviteRedirectURL: String? = nil) {
        self.invitedUserEmailAddress = invitedUserEmailAddress
        self.inviteRedirectURL = inviteRedirectURL
    }
}

extension GuestInvitation {
    /// What is wrong with it, one finding for each rule that it breaks.
    public var problems: [ValidationFinding] {
        invitation(redirectingTo: inviteRedirectURL ?? Self.myApps).problems
            + ValidationFinding.sponsors(sponsors.map(\.id), in: "sponsors") + patch.problems
    }

    /// What Graph would accept and then leave undone.
    public var warnings: [ValidationFinding] {
        invitation(redirectingTo: inviteRedirectURL ?? Self.myApps).warnings
    }

    /// Where a guest goes unless told otherwise, but for the tenant.
    static let myApps = "https://myapps.microsoft.com/"

    /// The part that is an invitation.
    func invitation(redirectingTo redirectURL: String) -> NewInvitation {
        var invitation = NewInvitation(
            invitedUserEmailAddress: invitedUserEmailAddress,
            inviteRedirectURL: redirectURL
        )
        let names = [givenName, surname].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        invitation.invitedUserDisplayName = invitedUserDisplayName ?? (names.isEmpty ? nil : names)
        invitation.invitedUserType = invitedUserType
        invitation.sendInvitationMessage = sendInvitationMessage
        invitation.invitedUserMessageInfo = invitedUserMessageInfo
        return invitation
    }

    /// The part that no invitation can carry.
    var patch: UserPatch {
        var patch = userProperties
        if let givenName, !givenName.isEmpty { patch.givenName = .set(givenName) }
        if let surname, !surname.isEmpty { patch.surname = .set(surname) }
        return patch
    }
}
