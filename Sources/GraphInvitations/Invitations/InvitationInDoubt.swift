#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An invitation or reset that may have happened although its call failed.
///
/// It can be kept and read back, so that the doubt can be settled by a later run.
public struct InvitationInDoubt: Codable, Hashable, Sendable {
    /// The address that was invited.
    public var invitedUserEmailAddress: String
    /// The guest whose redemption was to be reset; nil for an invitation.
    public var resetUserID: String?
    /// When the request was first sent.
    public var sentAt: Date
    /// When the last attempt ended.
    public var endedAt: Date
    /// The id that all attempts carried, for support.
    public var clientRequestID: String

    /// An invitation in doubt of these facts.
    public init(
        invitedUserEmailAddress: String,
        resetUserID: String? = nil,
        sentAt: Date,
        endedAt: Date,
        clientRequestID: String
    ) {
        self.invitedUserEmailAddress = invitedUserEmailAddress
        self.resetUserID = resetUserID
        self.sentAt = sentAt
        self.endedAt = endedAt
        self.clientRequestID = clientRequestID
    }
}
