import Foundation

/// What a developer in a hurry writes: structures of the members that matter, and Codable.
struct HandWrittenRequest: Encodable {
    var invitedUserEmailAddress: String
    var inviteRedirectUrl: String
}

/// The answer, with the members that Graph documents.
struct HandWrittenInvitation: Decodable {
    struct MessageInfo: Decodable {
        struct Recipient: Decodable {
            struct Address: Decodable {
                var name: String?
                var address: String?
            }
            var emailAddress: Address?
        }
        var messageLanguage: String?
        var customizedMessageBody: String?
        var ccRecipients: [Recipient]?
    }

    struct User: Decodable {
        var id: String?
        var userPrincipalName: String?
    }

    var id: String
    var inviteRedeemUrl: String?
    var invitedUserDisplayName: String?
    var invitedUserType: String?
    var invitedUserEmailAddress: String
    var sendInvitationMessage: Bool?
    var resetRedemption: Bool?
    var inviteRedirectUrl: String
    var status: String?
    var invitedUserMessageInfo: MessageInfo?
    var invitedUser: User?
}
