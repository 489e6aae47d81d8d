public import GraphInvitations

/// What must not be in a recording, and what stands for it there.
///
/// Every value of a kind is replaced by a placeholder that is the same wherever the value occurs: in URLs, headers and
/// both bodies. So an id of one answer still fits the path of the next request, and the file plays as it is. Placeholders
/// are numbered in the order in which values first occur, so that recording the same behaviour again gives the same file.
///
/// What a token, a secret or a redeem URL was is gone altogether. A file is written only where a search for all of this
/// finds nothing more.
///
/// Nobody can tell a person's name in a sentence from another word: name it in ``placeholders`` where a service may
/// repeat it, and read what you commit.
public struct Redaction: Sendable {
    /// Values and what is to stand for each, such as the address that you invite: in place of a numbered placeholder.
    ///
    /// They are found without regard to case, where they are words of their own; a domain also below another name. What is
    /// to stand for an address or a domain must be reserved for examples, and a text that contains the value hides nothing,
    /// so it replaces nothing.
    public var placeholders: [String: String]
    /// Secrets that you know, which must not occur in any spelling.
    public var secrets: [Secret]
    /// The rules that are not followed.
    public var disabledRules: Set<Rule> = []
    /// The members of a body whose value is a secret, whatever it looks like; compared without regard to case.
    public var secretMembers = Self.knownSecretMembers
    /// The members of a body whose value is about a person; compared without regard to case.
    public var personalMembers = Self.knownPersonalMembers

    /// A redaction by all rules.
    ///
    /// - Parameters:
    ///   - placeholders: Values and what is to stand for each.
    ///   - secrets: Secrets that must not occur in any spelling.
    public init(placeholders: [String: String] = [:], secrets: [Secret] = []) {
        self.placeholders = placeholders
        self.secrets = secrets
    }

    /// The members that hold a secret by what Graph and the sign-in service call them.
    public static let knownSecretMembers: Set<String> = [
        "access_token", "accessToken", "assertion", "client_assertion", "client_secret", "clientAssertion",
        "clientSecret", "code_verifier", "device_code", "id_token", "idToken", "inviteRedeemUrl", "password", "rd",
        "refresh_token", "refreshToken", "secretText", "ticket", "user_code",
    ]

    /// The members that describe a person by what Graph calls them.
    public static let knownPersonalMembers: Set<String> = [
        "aboutMe", "birthday", "businessPhones", "city", "companyName", "customizedMessageBody", "department",
        "displayName", "employeeId", "faxNumber", "givenName", "invitedUserDisplayName", "issuerAssignedId", "jobTitle",
        "mailNickname",
        "mobile", "mobilePhone", "officeLocation", "onPremisesDistinguishedName", "onPremisesImmutableId",
        "onPremisesSamAccountName", "onPremisesSecurityIdentifier", "postalCode", "preferredName", "state", "street",
        "streetAddress", "surname", "telephoneNumber",
    ]
}
