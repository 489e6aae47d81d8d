/// What a new invitation and a reset have in common: an address, a place to go, perhaps a mail.
protocol InvitationBody {
    var invitedUserEmailAddress: String { get }
    var inviteRedirectURL: String { get }
    var sendInvitationMessage: Bool { get }
    var invitedUserMessageInfo: InvitedUserMessageInfo? { get }
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

extension NewInvitation: InvitationBody {}

extension RedemptionReset: InvitationBody {}
