import GraphInvitations

/// Whom to invite, or whose redemption to reset.
enum InvitationCommand {
    case create(NewInvitation)
    case reset(RedemptionReset)

    init(_ arguments: Arguments, _ word: Word, positionals: [String]) throws(UsageError) {
        guard let address = positionals.first else {
            throw UsageError("The address to invite is missing. See invite-guest --help.")
        }
        guard positionals.count == 1 else {
            let others = positionals.dropFirst().joined(separator: " ")
            throw UsageError("One address at a time; \(others) is too many. Quote texts with blanks.")
        }
        guard let redirectURL = arguments[.redirectURL] else {
            throw UsageError(
                "--redirect-url is missing: Graph requires the address where the guest goes after accepting."
            )
        }
        self =
            word == .reset
            ? .reset(try Self.reset(address, redirectURL, arguments))
            : .create(try Self.invitation(address, redirectURL, arguments))
    }

    /// The request, checked.
    func request() throws(GraphError) -> GraphRequest<Invitation> {
        switch self {
        case .create(let invitation): try .createInvitation(invitation)
        case .reset(let reset): try .resetRedemption(reset)
        }
    }

    /// What Graph would leave undone for an app.
    var warnings: [ValidationFinding] {
        switch self {
        case .create(let invitation): invitation.warnings(isAppOnly: true)
        case .reset(let reset): reset.warnings(isAppOnly: true)
        }
    }

    private static func invitation(
        _ address: String,
        _ redirectURL: String,
        _ arguments: Arguments
    ) throws(UsageError) -> NewInvitation {
        var invitation = NewInvitation(invitedUserEmailAddress: address, inviteRedirectURL: redirectURL)
        invitation.invitedUserDisplayName = arguments[.displayName]
        invitation.sendInvitationMessage = arguments.has(.sendMessage)
        invitation.invitedUserMessageInfo = try messageInfo(arguments)
        invitation.invitedUserSponsors = arguments.all(.sponsor).map(DirectoryObject.init)
        if let word = arguments[.userType] {
            let type = UserType(rawValue: word)
            guard type == .guest || type == .member else { throw UsageError("--user-type takes guest or member.") }
            invitation.invitedUserType = type
        }
        return invitation
    }

    private static func reset(
        _ address: String,
        _ redirectURL: String,
        _ arguments: Arguments
    ) throws(UsageError) -> RedemptionReset {
        guard let userID = arguments[.userID] else {
            throw UsageError("--user-id is missing: a reset requires the object id of the guest.")
        }
        var reset = RedemptionReset(
            userID: userID,
            invitedUserEmailAddress: address,
            inviteRedirectURL: redirectURL
        )
        reset.sendInvitationMessage = arguments.has(.sendMessage)
        reset.invitedUserMessageInfo = try messageInfo(arguments)
        return reset
    }

    private static func messageInfo(_ arguments: Arguments) throws(UsageError) -> InvitedUserMessageInfo? {
        guard arguments[.cc] != nil || arguments[.ccName] == nil else { throw UsageError("--cc-name needs --cc.") }
        let cc = arguments[.cc]
            .map {
                [Recipient(emailAddress: EmailAddress(address: $0, name: arguments[.ccName]))]
            }
        let info = InvitedUserMessageInfo(
            ccRecipients: cc,
            customizedMessageBody: arguments[.message],
            messageLanguage: arguments[.language]
        )
        return info == InvitedUserMessageInfo() ? nil : info
    }
}
