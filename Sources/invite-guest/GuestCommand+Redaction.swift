import GraphInvitations
import GraphInvitationsMocks

extension GuestCommand {
    /// What a recording of the command has in place of what was given: the documentation's values.
    ///
    /// The same for a replay, so that the command that was recorded can be repeated as it was given.
    func redaction(of app: App?, _ others: [String: String]) -> Redaction {
        var placeholders = others
        func replace(_ value: String?, by placeholder: String) {
            if let value, !value.isEmpty, others[value] == nil { placeholders[value] = placeholder }
        }
        let sponsors: [String?]
        switch self {
        case .create(let invitation):
            replace(invitation.invitedUserEmailAddress, by: "admin@fabrikam.com")
            replace(invitation.inviteRedirectURL, by: "https://myapp.contoso.com")
            replace(invitation.invitedUserMessageInfo?.ccAddress, by: "boss@contoso.com")
            sponsors = invitation.invitedUserSponsors.map(\.id)
        case .reset(let reset):
            replace(reset.invitedUserEmailAddress, by: "AdeleV@fabrikam.com")
            replace(reset.inviteRedirectURL, by: "https://myapp.contoso.com")
            replace(reset.invitedUserMessageInfo?.ccAddress, by: "boss@contoso.com")
            sponsors = []
            replace(reset.userID, by: "264e6d50-eaec-461e-b187-873b1bcf855f")
        }
        for (number, sponsor) in sponsors.enumerated() {
            replace(sponsor, by: "263a1289-8282-4bf7-91f7-550d9bba8c0\(number)")
        }
        replace(app?.tenantID, by: "contoso.onmicrosoft.com")
        replace(app?.clientID, by: "00001111-aaaa-2222-bbbb-3333cccc4444")
        return Redaction(placeholders: placeholders, secrets: app.map { [$0.clientSecret] } ?? [])
    }
}
