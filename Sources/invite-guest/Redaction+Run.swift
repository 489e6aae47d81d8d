import GraphInvitations
import GraphInvitationsMocks

extension Redaction {
    /// What a recording of a run has in place of what was given: the documentation's values.
    ///
    /// The same for a replay, so that the command that was recorded can be repeated as it was given.
    ///
    /// - Parameters:
    ///   - values: What was given to the command, each with what is to stand for it.
    ///   - app: Who signs in.
    ///   - others: What the command line says is to stand for a value.
    init(_ values: [(value: String?, placeholder: String)], _ app: App?, _ others: [String: String]) {
        var placeholders = others
        let appValues = [
            (value: app?.tenantID, placeholder: "contoso.onmicrosoft.com"),
            (value: app?.clientID, placeholder: "00001111-aaaa-2222-bbbb-3333cccc4444"),
        ]
        for (value, placeholder) in values + appValues {
            if let value, !value.isEmpty, others[value] == nil { placeholders[value] = placeholder }
        }
        self.init(placeholders: placeholders, secrets: app.map { [$0.clientSecret] } ?? [])
    }
}

extension InvitationCommand {
    /// What is somebody's own in it, each with what is to stand for it.
    var values: [(value: String?, placeholder: String)] {
        switch self {
        case .create(let invitation):
            [
                (invitation.invitedUserEmailAddress, "admin@fabrikam.com"),
                (invitation.inviteRedirectURL, "https://myapp.contoso.com"),
                (invitation.invitedUserMessageInfo?.ccAddress, "boss@contoso.com"),
            ]
                + invitation.invitedUserSponsors.enumerated()
                .map { ($1.id, "263a1289-8282-4bf7-91f7-550d9bba8c0\($0)") }
        case .reset(let reset):
            [
                (reset.invitedUserEmailAddress, "AdeleV@fabrikam.com"),
                (reset.inviteRedirectURL, "https://myapp.contoso.com"),
                (reset.invitedUserMessageInfo?.ccAddress, "boss@contoso.com"),
                (reset.userID, "264e6d50-eaec-461e-b187-873b1bcf855f"),
            ]
        }
    }
}

extension UserCommand {
    /// What is somebody's own in it, each with what is to stand for it.
    var values: [(value: String?, placeholder: String)] {
        switch self {
        case .show(let id, _), .remove(let id, _), .restore(let id), .wait(let id, _, _):
            [(id, "264e6d50-eaec-461e-b187-873b1bcf855f")]
        case .sponsors(let id, let changes):
            [(id, "264e6d50-eaec-461e-b187-873b1bcf855f")]
                + changes.enumerated().map { ($1.id, "263a1289-8282-4bf7-91f7-550d9bba8c0\($0)") }
        case .list: []
        }
    }
}
