/// An invitation to be sent: the guest's address, where the guest goes after accepting, and what else you choose.
///
/// Mirrors the request body of [Create invitation](https://learn.microsoft.com/graph/api/invitation-post).
public struct NewInvitation: Hashable, Sendable {
    /// The address to invite.
    public var invitedUserEmailAddress: String
    /// Where the guest goes after accepting: an absolute URL.
    public var inviteRedirectURL: String
    /// The name to show for the guest.
    public var invitedUserDisplayName: String?
    /// Whether the person becomes a guest, which is Graph's default, or a member, which takes an administrator.
    public var invitedUserType: UserType?
    /// Whether Graph mails the invitation; false unless set, and then the redeem URL is yours to deliver.
    public var sendInvitationMessage = false
    /// What the mail says.
    public var invitedUserMessageInfo: InvitedUserMessageInfo?
    /// Who answers for the guest: at most five users or groups, by object id.
    ///
    /// Only the global cloud takes them here.
    public var invitedUserSponsors: [DirectoryObject] = []

    /// An invitation of an address that Graph does not mail by itself.
    public init(invitedUserEmailAddress: String, inviteRedirectURL: String) {
        self.invitedUserEmailAddress = invitedUserEmailAddress
        self.inviteRedirectURL = inviteRedirectURL
    }
}

extension NewInvitation: Codable {
    private enum CodingKeys: String, CodingKey {
        case invitedUserEmailAddress
        case inviteRedirectURL = "inviteRedirectUrl"
        case invitedUserDisplayName
        case invitedUserType
        case sendInvitationMessage
        case invitedUserMessageInfo
        case invitedUserSponsors
    }

    /// Reads a request body.
    ///
    /// - Throws: `DecodingError` where one of the two required members is missing or a member has another type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        invitedUserEmailAddress = try container.decode(String.self, forKey: .invitedUserEmailAddress)
        inviteRedirectURL = try container.decode(String.self, forKey: .inviteRedirectURL)
        invitedUserDisplayName = try container.decodeIfPresent(String.self, forKey: .invitedUserDisplayName)
        invitedUserType = try container.decodeIfPresent(UserType.self, forKey: .invitedUserType)
        sendInvitationMessage = try container.decodeIfPresent(Bool.self, forKey: .sendInvitationMessage) ?? false
        invitedUserMessageInfo = try container.decodeIfPresent(
            InvitedUserMessageInfo.self,
            forKey: .invitedUserMessageInfo
        )
        invitedUserSponsors = try container.decodeIfPresent([DirectoryObject].self, forKey: .invitedUserSponsors) ?? []
    }

    /// Writes the request body: what was set, and nothing that Graph only answers.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(invitedUserEmailAddress, forKey: .invitedUserEmailAddress)
        try container.encode(inviteRedirectURL, forKey: .inviteRedirectURL)
        try container.encodeIfPresent(invitedUserDisplayName, forKey: .invitedUserDisplayName)
        try container.encodeIfPresent(invitedUserType, forKey: .invitedUserType)
        if sendInvitationMessage { try container.encode(true, forKey: .sendInvitationMessage) }
        try container.encodeIfPresent(invitedUserMessageInfo, forKey: .invitedUserMessageInfo)
        if !invitedUserSponsors.isEmpty {
            // The bare id is the form that was seen to work; a type annotation beside it was seen to fail.
            let references = invitedUserSponsors.map { DirectoryObject(id: $0.id) }
            try container.encode(references, forKey: .invitedUserSponsors)
        }
    }
}
