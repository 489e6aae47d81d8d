/// An invitation as Graph answers it.
///
/// Every member may be missing, so all are optional. Encoding an invitation that was read gives the JSON that came,
/// unknown members, explicit nulls and the real redeem URL included. Two are equal when their properties are.
///
/// Mirrors [invitation](https://learn.microsoft.com/graph/api/resources/invitation).
public struct Invitation: Hashable, Sendable, Identifiable {
    /// The id of the invitation: not that of the guest, which is `invitedUser?.id`.
    public var id: String?
    /// The name that was given for the guest.
    public var invitedUserDisplayName: String?
    /// The address that was invited.
    public var invitedUserEmailAddress: String?
    /// What the mail said; filled with nulls where nothing was asked for.
    public var invitedUserMessageInfo: InvitedUserMessageInfo?
    /// Whether the person was invited as a guest or as a member.
    public var invitedUserType: UserType?
    /// Where the guest accepts: a secret that is returned this once.
    public var inviteRedeemURL: RedeemURL?
    /// Where the guest goes after accepting.
    ///
    /// Graph may have put a slash at its end: do not compare it with what was sent.
    public var inviteRedirectURL: String?
    /// Whether this was a reset of the guest's redemption.
    public var resetRedemption: Bool?
    /// Whether Graph sends the mail.
    public var sendInvitationMessage: Bool?
    /// How far the invitation had come.
    public var status: InvitationStatus?
    /// The guest: its id, sometimes the user principal name too, nothing more.
    ///
    /// Null happens.
    public var invitedUser: User?
    /// Who answers for the guest.
    ///
    /// Graph's documented answers leave it out.
    public var invitedUserSponsors: [DirectoryObject]?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// An invitation with no member set, for tests.
    public init() {}
}

extension Invitation: LosslessObject {
    static let memberNames = MemberNames(of: Invitation())

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("id", &id)
        try members.member("invitedUserDisplayName", &invitedUserDisplayName)
        try members.member("invitedUserEmailAddress", &invitedUserEmailAddress)
        try members.member("invitedUserMessageInfo", &invitedUserMessageInfo)
        try members.member("invitedUserType", &invitedUserType)
        try members.member("inviteRedeemUrl", &inviteRedeemURL)
        try members.member("inviteRedirectUrl", &inviteRedirectURL)
        try members.member("resetRedemption", &resetRedemption)
        try members.member("sendInvitationMessage", &sendInvitationMessage)
        try members.member("status", &status)
        try members.member("invitedUser", &invitedUser)
        try members.member("invitedUserSponsors", &invitedUserSponsors)
    }

    /// Reads the JSON object, keeping members that it does not know.
    ///
    /// - Throws: `DecodingError` for anything but an object.
    public init(from decoder: any Decoder) throws { try self.init(reading: decoder) }

    /// Writes the JSON object, members that were only kept and the real redeem URL included.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try write(to: encoder) }
}
