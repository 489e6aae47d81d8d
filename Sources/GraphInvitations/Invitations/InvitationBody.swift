/// What a new invitation and a reset have in common: an address, a place to go, perhaps a mail.
protocol InvitationBody: Sendable {
    var invitedUserEmailAddress: String { get }
    var inviteRedirectURL: String { get }
    var sendInvitationMessage: Bool { get }
    var invitedUserMessageInfo: InvitedUserMessageInfo? { get }
    /// The guest that a reset is about.
    var resetUserID: String? { get }
    func warnings(isAppOnly: Bool) -> [ValidationFinding]
}

extension InvitationBody {
    var commonProblems: [ValidationFinding] {
        EmailAddressRules(field: "invitedUserEmailAddress", isInvited: true).findings(in: invitedUserEmailAddress)
            + RedirectURLRules(field: "inviteRedirectURL").findings(in: inviteRedirectURL)
            + (invitedUserMessageInfo?.problems ?? [])
    }

    func commonWarnings(isAppOnly: Bool) -> [ValidationFinding] {
        let messageWarnings = invitedUserMessageInfo?.warnings(isSent: sendInvitationMessage, isAppOnly: isAppOnly)
        return RedirectURLRules(field: "inviteRedirectURL").warnings(in: inviteRedirectURL) + (messageWarnings ?? [])
    }
}

extension NewInvitation: InvitationBody {
    var resetUserID: String? { nil }
}

extension RedemptionReset: InvitationBody {
    var resetUserID: String? { userID }
}
