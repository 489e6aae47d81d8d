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

        /// ``User/id``
        public static let id = Self("id")
        /// ``User/userPrincipalName``
        public static let userPrincipalName = Self("userPrincipalName")
        /// ``User/displayName``
        public static let displayName = Self("displayName")
        /// ``User/givenName``
        public static let givenName = Self("givenName")
        /// ``User/surname``
        public static let surname = Self("surname")
        /// ``User/mail``
        public static let mail = Self("mail")
        /// ``User/otherMails``
        public static let otherMails = Self("otherMails")
        /// ``User/proxyAddresses``
        public static let proxyAddresses = Self("proxyAddresses")
        /// ``User/userType``
        public static let userType = Self("userType")
        /// ``User/externalUserState``
        public static let externalUserState = Self("externalUserState")
        /// ``User/externalUserStateChangeDateTime``
        public static let externalUserStateChangeDateTime = Self("externalUserStateChangeDateTime")
        /// ``User/creationType``
        public static let creationType = Self("creationType")
        /// ``User/accountEnabled``
        public static let accountEnabled = Self("accountEnabled")
        /// ``User/createdDateTime``
        public static let createdDateTime = Self("createdDateTime")
        /// ``User/deletedDateTime``
        public static let deletedDateTime = Self("deletedDateTime")
        /// ``User/identities``
        public static let identities = Self("identities")
        /// ``User/mailNickname``
        public static let mailNickname = Self("mailNickname")
        /// ``User/companyName``
        public static let companyName = Self("companyName")
        /// ``User/department``
        public static let department = Self("department")
        /// ``User/jobTitle``
        public static let jobTitle = Self("jobTitle")
        /// ``User/mobilePhone``
        public static let mobilePhone = Self("mobilePhone")
        /// ``User/businessPhones``
        public static let businessPhones = Self("businessPhones")
        /// ``User/officeLocation``
        public static let officeLocation = Self("officeLocation")
        /// ``User/preferredLanguage``
        public static let preferredLanguage = Self("preferredLanguage")
        /// ``User/usageLocation``
        public static let usageLocation = Self("usageLocation")
        /// ``User/showInAddressList``
        public static let showInAddressList = Self("showInAddressList")
        /// ``User/signInActivity``, which Graph allows ten reads a minute of.
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
