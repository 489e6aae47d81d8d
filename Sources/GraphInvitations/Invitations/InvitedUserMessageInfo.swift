/// What the invitation mail says, in which language, and who gets a copy.
///
/// Make one with ``standard(language:cc:)`` or ``custom(_:cc:)``: Graph ignores a language beside a text of one's own.
/// It has an effect only where `sendInvitationMessage` is true.
///
/// Mirrors [invitedUserMessageInfo](https://learn.microsoft.com/graph/api/resources/invitedusermessageinfo).
public struct InvitedUserMessageInfo: Hashable, Sendable {
    /// Who gets a copy.
    ///
    /// Graph honours one; the rest get nothing, without an error.
    public var ccRecipients: [Recipient]?
    /// A plain text that replaces the standard one.
    ///
    /// Graph drops it when an app invites on its own behalf.
    public var customizedMessageBody: String?
    /// The language of the standard text, such as `de` or `de-DE`; `en-US` where none is given.
    public var messageLanguage: String?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// A message of these parts.
    public init(
        ccRecipients: [Recipient]? = nil,
        customizedMessageBody: String? = nil,
        messageLanguage: String? = nil
    ) {
        self.ccRecipients = ccRecipients
        self.customizedMessageBody = customizedMessageBody
        self.messageLanguage = messageLanguage
    }

    /// Graph's own text, in a language such as `de-DE`, with a copy to one more address.
    public static func standard(language: String, cc address: String? = nil) -> Self {
        Self(ccRecipients: recipients(address), messageLanguage: language)
    }

    /// A plain text of one's own, with a copy to one more address.
    public static func custom(_ text: String, cc address: String? = nil) -> Self {
        Self(ccRecipients: recipients(address), customizedMessageBody: text)
    }

    /// The address that gets a copy; nil also for the empty recipient that Graph answers with where there is none.
    public var ccAddress: String? {
        ccRecipients?.lazy.compactMap { $0.emailAddress?.address }.first { !$0.isEmpty }
    }

    private static func recipients(_ address: String?) -> [Recipient]? {
        address.map { [Recipient(emailAddress: EmailAddress(address: $0))] }
    }
}

extension InvitedUserMessageInfo: LosslessObject {
    static let memberNames = MemberNames(of: InvitedUserMessageInfo())

    init() { self.init(ccRecipients: nil) }

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("ccRecipients", &ccRecipients)
        try members.member("customizedMessageBody", &customizedMessageBody)
        try members.member("messageLanguage", &messageLanguage)
    }

    /// Reads the JSON object, keeping members that it does not know.
    ///
    /// - Throws: `DecodingError` for anything but an object.
    public init(from decoder: any Decoder) throws { try self.init(reading: decoder) }

    /// Writes the JSON object, members that were only kept included.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try write(to: encoder) }
}
