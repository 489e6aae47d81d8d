#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A user of the directory, guests included, as Graph answers it.
///
/// What was not asked for is not sent: nil means "not in this answer" as well as null. Graph sends the properties
/// marked "asked for by name only" just to a request that selects them. Encoding a user that was read gives the JSON
/// that came.
///
/// Mirrors [user](https://learn.microsoft.com/graph/api/resources/user).
public struct User: Hashable, Sendable, Identifiable {
    /// The object id: the read-only key of the user.
    public var id: String?
    /// The sign-in name; a guest's looks like `admin_fabrikam.com#EXT#@contoso.onmicrosoft.com`.
    public var userPrincipalName: String?
    /// The name to show, of at most 256 characters.
    public var displayName: String?
    /// The first name, of at most 64 characters.
    public var givenName: String?
    /// The last name, of at most 64 characters.
    public var surname: String?
    /// The e-mail address.
    public var mail: String?
    /// Further e-mail addresses; asked for by name only.
    public var otherMails: [String]?
    /// The addresses at which mail arrives, `SMTP:` before the primary one; asked for by name only.
    public var proxyAddresses: [String]?
    /// Guest or member; asked for by name only, null for some users.
    public var userType: UserType?
    /// Whether the guest has accepted; asked for by name only, null for users who were not invited.
    public var externalUserState: ExternalUserState?
    /// When ``externalUserState`` last changed; asked for by name only.
    public var externalUserStateChangeDateTime: Date?
    /// How the account came to be, such as `Invitation`; asked for by name only.
    public var creationType: String?
    /// Whether the user may sign in; asked for by name only.
    public var accountEnabled: Bool?
    /// When the account was made; asked for by name only, null for some users older than June 2018.
    public var createdDateTime: Date?
    /// When the account was deleted; asked for by name only, null for one in use.
    public var deletedDateTime: Date?
    /// How the user can sign in; asked for by name only.
    public var identities: [ObjectIdentity]?
    /// The mail alias, of at most 64 characters; asked for by name only.
    public var mailNickname: String?
    /// The company, of at most 64 characters; asked for by name only.
    public var companyName: String?
    /// The department, of at most 64 characters; asked for by name only.
    public var department: String?
    /// The job title, of at most 128 characters.
    public var jobTitle: String?
    /// The mobile number, of at most 64 characters.
    public var mobilePhone: String?
    /// The office number: a list that takes one.
    public var businessPhones: [String]?
    /// The office.
    public var officeLocation: String?
    /// The language that the user prefers, such as `de-DE`.
    public var preferredLanguage: String?
    /// The country that licences are used in, two letters; asked for by name only, null for a fresh guest.
    public var usageLocation: String?
    /// Whether address lists show the user; asked for by name only, false for invited users.
    public var showInAddressList: Bool?
    /// When the user last signed in; asked for by name only, and sparingly.
    public var signInActivity: SignInActivity?
    /// Who answers for the guest; present only where it was expanded.
    public var sponsors: [DirectoryObject]?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// A user of that id with no other member set, for tests.
    public init(id: String? = nil) { self.id = id }
}
