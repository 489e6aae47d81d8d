/// What to change of a user: what was set is sent, and all else stays as it is.
///
/// A property that Graph lets nobody clear takes a value alone. One that can be cleared takes
/// ``Change/set(_:)`` or ``Change/clear``, and a literal:
///
/// ```swift
/// var patch = UserPatch()
/// patch.displayName = "Fabrikam Admin"
/// patch.jobTitle = "Consultant"
/// patch.companyName = .set(company)
/// patch.department = .clear
/// ```
///
/// Setting a property to nil takes it out of the patch.
///
/// Mirrors [Update user](https://learn.microsoft.com/graph/api/user-update).
public struct UserPatch: Hashable, Sendable {
    /// What becomes of a property that can be cleared.
    public enum Change: Hashable, Sendable, ExpressibleByStringLiteral {
        /// It gets a value.
        case set(String)
        /// It loses its value.
        case clear

        /// It gets that value.
        public init(stringLiteral value: String) { self = .set(value) }
    }

    /// What is sent, by the names on the wire.
    private(set) var members: [String: JSONValue] = [:]

    /// A patch that changes nothing yet.
    public init() {}

    /// Whether nothing was set.
    public var isEmpty: Bool { members.isEmpty }

    /// What is sent for any property, such as that of an extension: `.null` clears it, nil leaves it as it is.
    public subscript(property: User.Property) -> JSONValue? {
        get { members[property.rawValue] }
        set { members[property.rawValue] = newValue }
    }

    private subscript(text property: User.Property) -> String? {
        get { self[property]?.stringValue }
        set { self[property] = newValue.map(JSONValue.string) }
    }

    private subscript(change property: User.Property) -> Change? {
        get { self[property] == .null ? .clear : self[text: property].map(Change.set) }
        set {
            switch newValue {
            case .set(let value): self[property] = .string(value)
            case .clear: self[property] = .null
            case nil: self[property] = nil
            }
        }
    }

    private subscript(flag property: User.Property) -> Bool? {
        get { if case .bool(let value) = self[property] { value } else { nil } }
        set { self[property] = newValue.map(JSONValue.bool) }
    }

    private subscript(list property: User.Property) -> [String]? {
        get { if case .array(let values) = self[property] { values.compactMap(\.stringValue) } else { nil } }
        set { self[property] = newValue.map { .array($0.map(JSONValue.string)) } }
    }
}

extension UserPatch {
    /// The name to show, of at most 256 characters; it cannot be cleared.
    public var displayName: String? {
        get { self[text: .displayName] }
        set { self[text: .displayName] = newValue }
    }
    /// The first name, of at most 64 characters.
    public var givenName: Change? {
        get { self[change: .givenName] }
        set { self[change: .givenName] = newValue }
    }
    /// The last name, of at most 64 characters.
    public var surname: Change? {
        get { self[change: .surname] }
        set { self[change: .surname] = newValue }
    }
    /// The e-mail address; it cannot be cleared, and changes ``User/proxyAddresses`` as well.
    public var mail: String? {
        get { self[text: .mail] }
        set { self[text: .mail] = newValue }
    }
    /// All further e-mail addresses, at most 250: those that are not in the list are lost.
    ///
    /// Needs the permission `User-Mail.ReadWrite.All`.
    public var otherMails: [String]? {
        get { self[list: .otherMails] }
        set { self[list: .otherMails] = newValue }
    }
    /// Whether the user counts as a guest or as a member.
    public var userType: UserType? {
        get { self[text: .userType].map(UserType.init) }
        set { self[text: .userType] = newValue?.rawValue }
    }
    /// Whether the user may sign in.
    ///
    /// Needs the permission `User.EnableDisableAccount.All` beside `User.Read.All`.
    public var accountEnabled: Bool? {
        get { self[flag: .accountEnabled] }
        set { self[flag: .accountEnabled] = newValue }
    }
    /// The company, of at most 64 characters.
    public var companyName: Change? {
        get { self[change: .companyName] }
        set { self[change: .companyName] = newValue }
    }
    /// The department, of at most 64 characters.
    public var department: Change? {
        get { self[change: .department] }
        set { self[change: .department] = newValue }
    }
    /// The job title, of at most 128 characters.
    public var jobTitle: Change? {
        get { self[change: .jobTitle] }
        set { self[change: .jobTitle] = newValue }
    }
    /// The mobile number, of at most 64 characters.
    ///
    /// Needs the permission `User-Phone.ReadWrite.All`.
    public var mobilePhone: Change? {
        get { self[change: .mobilePhone] }
        set { self[change: .mobilePhone] = newValue }
    }
    /// The office number: a list of one, or of none to clear it.
    ///
    /// Needs the permission `User-Phone.ReadWrite.All`.
    public var businessPhones: [String]? {
        get { self[list: .businessPhones] }
        set { self[list: .businessPhones] = newValue }
    }
    /// The office.
    public var officeLocation: Change? {
        get { self[change: .officeLocation] }
        set { self[change: .officeLocation] = newValue }
    }
    /// The language that the user prefers, such as `de-DE`.
    public var preferredLanguage: Change? {
        get { self[change: .preferredLanguage] }
        set { self[change: .preferredLanguage] = newValue }
    }
    /// The country that licences are used in, two letters; a guest needs one before a licence can be assigned.
    public var usageLocation: Change? {
        get { self[change: .usageLocation] }
        set { self[change: .usageLocation] = newValue }
    }
    /// Whether address lists show the user.
    public var showInAddressList: Bool? {
        get { self[flag: .showInAddressList] }
        set { self[flag: .showInAddressList] = newValue }
    }
}

extension UserPatch: Codable {
    /// Reads what is to be sent.
    ///
    /// - Throws: `DecodingError` for anything but an object.
    public init(from decoder: any Decoder) throws { members = try [String: JSONValue](from: decoder) }

    /// Writes what is sent.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try members.encode(to: encoder) }
}
