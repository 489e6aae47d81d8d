/// A request that a guest who has already accepted accept anew, keeping the account, its groups and its apps.
///
/// The address must already be the guest's `mail` or among `otherMails`; otherwise Graph refuses. It may be the same as
/// before. The user principal name does not change.
///
/// Mirrors the reset of [Create invitation](https://learn.microsoft.com/graph/api/invitation-post) and
/// [Reset redemption status](https://learn.microsoft.com/entra/external-id/reset-redemption-status).
public struct RedemptionReset: Hashable, Sendable {
    /// The object id of the guest: not the id of an earlier invitation.
    public var userID: String
    /// The address with which the guest will accept.
    public var invitedUserEmailAddress: String
    /// Where the guest goes after accepting: an absolute URL.
    public var inviteRedirectURL: String
    /// Whether Graph mails the guest; false unless set, and then the redeem URL is yours to deliver.
    public var sendInvitationMessage = false
    /// What the mail says.
    public var invitedUserMessageInfo: InvitedUserMessageInfo?

    /// A reset that Graph does not mail the guest about.
    public init(userID: String, invitedUserEmailAddress: String, inviteRedirectURL: String) {
        self.userID = userID
        self.invitedUserEmailAddress = invitedUserEmailAddress
        self.inviteRedirectURL = inviteRedirectURL
    }
}

extension RedemptionReset: Codable {
    private enum CodingKeys: String, CodingKey {
        case invitedUser
        case invitedUserEmailAddress
        case inviteRedirectURL = "inviteRedirectUrl"
        case resetRedemption
        case sendInvitationMessage
        case invitedUserMessageInfo
    }

    private struct UserReference: Codable {
        var id: String
    }

    /// Reads a request body.
    ///
    /// - Throws: `DecodingError` where a required member is missing or a member has another type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        userID = try container.decode(UserReference.self, forKey: .invitedUser).id
        invitedUserEmailAddress = try container.decode(String.self, forKey: .invitedUserEmailAddress)
        inviteRedirectURL = try container.decode(String.self, forKey: .inviteRedirectURL)
        sendInvitationMessage = try container.decodeIfPresent(Bool.self, forKey: .sendInvitationMessage) ?? false
        invitedUserMessageInfo = try container.decodeIfPresent(
            InvitedUserMessageInfo.self,
            forKey: .invitedUserMessageInfo
        )
    }

    /// Writes the request body.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(UserReference(id: userID), forKey: .invitedUser)
        try container.encode(invitedUserEmailAddress, forKey: .invitedUserEmailAddress)
        try container.encode(inviteRedirectURL, forKey: .inviteRedirectURL)
        try container.encode(true, forKey: .resetRedemption)
        if sendInvitationMessage { try container.encode(true, forKey: .sendInvitationMessage) }
        try container.encodeIfPresent(invitedUserMessageInfo, forKey: .invitedUserMessageInfo)
    }
}
