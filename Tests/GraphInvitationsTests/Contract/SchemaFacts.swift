/// What Graph's schema and its documentation say of the types that this package models: v1.0, the global cloud.
///
/// Taken from the published metadata (`$metadata` of 2026-08) and the resource pages; `nullable` is that of the metadata.
enum SchemaFacts {
    /// A type as the metadata names it.
    enum Kind: Equatable, Sendable {
        case string
        case boolean
        case dateTime
        /// A string of which the documentation lists the words.
        case words([String])
        case complex(String)
        indirect case collection(Kind)
    }

    /// A property of a type.
    struct Property: Sendable {
        let name: String
        let kind: Kind
        let isNullable: Bool

        init(_ name: String, _ kind: Kind, nullable isNullable: Bool = true) {
            self.name = name
            self.kind = kind
            self.isNullable = isNullable
        }
    }

    static let types: [String: [Property]] = [
        "invitation": invitation, "user": user, "directoryObject": directoryObject,
        "invitedUserMessageInfo": [
            Property("ccRecipients", .collection(.complex("recipient"))), Property("customizedMessageBody", .string),
            Property("messageLanguage", .string),
        ],
        "recipient": [Property("emailAddress", .complex("emailAddress"))],
        "emailAddress": [Property("address", .string), Property("name", .string)],
        "objectIdentity": [
            Property("signInType", .string), Property("issuer", .string), Property("issuerAssignedId", .string),
        ],
        "signInActivity": [
            Property("lastSignInDateTime", .dateTime), Property("lastSignInRequestId", .string),
            Property("lastNonInteractiveSignInDateTime", .dateTime),
            Property("lastNonInteractiveSignInRequestId", .string), Property("lastSuccessfulSignInDateTime", .dateTime),
            Property("lastSuccessfulSignInRequestId", .string),
        ],
    ]

    private static let invitation = [
        Property("id", .string, nullable: false), Property("invitedUserDisplayName", .string),
        Property("invitedUserEmailAddress", .string, nullable: false),
        Property("invitedUserMessageInfo", .complex("invitedUserMessageInfo")),
        Property("invitedUserType", .words(["Guest", "Member"])), Property("inviteRedeemUrl", .string),
        Property("inviteRedirectUrl", .string, nullable: false), Property("resetRedemption", .boolean),
        Property("sendInvitationMessage", .boolean),
        Property("status", .words(["PendingAcceptance", "Completed", "InProgress", "Error"])),
        Property("invitedUser", .complex("user")),
        Property("invitedUserSponsors", .collection(.complex("directoryObject")), nullable: false),
    ]

    private static let user = [
        Property("id", .string, nullable: false), Property("userPrincipalName", .string),
        Property("displayName", .string), Property("givenName", .string), Property("surname", .string),
        Property("mail", .string), Property("otherMails", .collection(.string), nullable: false),
        Property("proxyAddresses", .collection(.string), nullable: false),
        Property("userType", .words(["Guest", "Member"])),
        Property("externalUserState", .words(["PendingAcceptance", "Accepted"])),
        Property("externalUserStateChangeDateTime", .dateTime), Property("creationType", .string),
        Property("accountEnabled", .boolean), Property("createdDateTime", .dateTime),
        Property("deletedDateTime", .dateTime), Property("identities", .collection(.complex("objectIdentity"))),
        Property("mailNickname", .string), Property("companyName", .string), Property("department", .string),
        Property("jobTitle", .string), Property("mobilePhone", .string),
        Property("businessPhones", .collection(.string), nullable: false), Property("officeLocation", .string),
        Property("preferredLanguage", .string), Property("usageLocation", .string),
        Property("showInAddressList", .boolean), Property("signInActivity", .complex("signInActivity")),
        Property("sponsors", .collection(.complex("directoryObject"))),
    ]

    /// What a sponsor, a user or a group, has in common; with the members that the listing of sponsors documents.
    private static let directoryObject = [
        Property("id", .string, nullable: false), Property("deletedDateTime", .dateTime),
        Property("displayName", .string), Property("@odata.type", .string),
    ]
}
