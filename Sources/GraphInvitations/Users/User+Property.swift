extension User {
    /// A property by its name on the wire, to be selected, filtered or sorted by.
    ///
    /// Any name can be made from its text, such as that of an extension:
    /// `User.Property(rawValue: "onPremisesSyncEnabled")`.
    public struct Property: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The name.
        public let rawValue: String

        /// A property of that name.
        public init(rawValue: String) { self.rawValue = rawValue }

        private init(_ name: String) { rawValue = name }

        /// The name.
        public var description: String { rawValue }

        /// The property ``User/id``.
        public static let id = Self("id")
        /// The property ``User/userPrincipalName``.
        public static let userPrincipalName = Self("userPrincipalName")
        /// The property ``User/displayName``.
        public static let displayName = Self("displayName")
        /// The property ``User/givenName``.
        public static let givenName = Self("givenName")
        /// The property ``User/surname``.
        public static let surname = Self("surname")
        /// The property ``User/mail``.
        public static let mail = Self("mail")
        /// The property ``User/otherMails``.
        public static let otherMails = Self("otherMails")
        /// The property ``User/proxyAddresses``.
        public static let proxyAddresses = Self("proxyAddresses")
        /// The property ``User/userType``.
        public static let userType = Self("userType")
        /// The property ``User/externalUserState``.
        public static let externalUserState = Self("externalUserState")
        /// The property ``User/externalUserStateChangeDateTime``.
        public static let externalUserStateChangeDateTime = Self("externalUserStateChangeDateTime")
        /// The property ``User/creationType``.
        public static let creationType = Self("creationType")
        /// The property ``User/accountEnabled``.
        public static let accountEnabled = Self("accountEnabled")
        /// The property ``User/createdDateTime``.
        public static let createdDateTime = Self("createdDateTime")
        /// The property ``User/deletedDateTime``.
        public static let deletedDateTime = Self("deletedDateTime")
        /// The property ``User/identities``.
        public static let identities = Self("identities")
        /// The property ``User/mailNickname``.
        public static let mailNickname = Self("mailNickname")
        /// The property ``User/companyName``.
        public static let companyName = Self("companyName")
        /// The property ``User/department``.
        public static let department = Self("department")
        /// The property ``User/jobTitle``.
        public static let jobTitle = Self("jobTitle")
        /// The property ``User/mobilePhone``.
        public static let mobilePhone = Self("mobilePhone")
        /// The property ``User/businessPhones``.
        public static let businessPhones = Self("businessPhones")
        /// The property ``User/officeLocation``.
        public static let officeLocation = Self("officeLocation")
        /// The property ``User/preferredLanguage``.
        public static let preferredLanguage = Self("preferredLanguage")
        /// The property ``User/usageLocation``.
        public static let usageLocation = Self("usageLocation")
        /// The property ``User/showInAddressList``.
        public static let showInAddressList = Self("showInAddressList")
        /// The property ``User/signInActivity``, which Graph allows ten reads a minute of.
        public static let signInActivity = Self("signInActivity")
    }
}

extension [User.Property] {
    /// What tells a guest's story: what is asked for where nothing else is.
    public static let guest: [User.Property] = [
        .id, .displayName, .givenName, .surname, .userPrincipalName, .mail, .otherMails, .proxyAddresses, .userType,
        .creationType, .createdDateTime, .externalUserState, .externalUserStateChangeDateTime, .accountEnabled,
        .companyName,
    ]
}
