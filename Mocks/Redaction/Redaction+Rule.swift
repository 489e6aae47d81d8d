extension Redaction {
    /// One thing that is looked for; prints as its id.
    public struct Rule: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The id.
        public let rawValue: String

        /// A rule of that id.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The id.
        public var description: String { rawValue }

        /// A secret that was named beforehand, in any spelling.
        public static let markedSecret = Self(rawValue: "marked-secret")
        /// The value of a member that holds a secret.
        public static let secretMember = Self(rawValue: "secret-member")
        /// The value of a member that describes a person.
        public static let personalMember = Self(rawValue: "personal-member")
        /// A JSON web token.
        public static let webToken = Self(rawValue: "json-web-token")
        /// A client secret as Entra makes them.
        public static let clientSecret = Self(rawValue: "client-secret")
        /// The ticket of a redeem URL.
        public static let ticket = Self(rawValue: "ticket")
        /// An e-mail address, or the sign-in name of a guest, outside the domains that are reserved for examples.
        public static let emailAddress = Self(rawValue: "email-address")
        /// An id of 32 hexadecimal digits in five groups.
        public static let guid = Self(rawValue: "guid")
        /// A domain that is neither reserved nor one of the service's own.
        public static let domain = Self(rawValue: "domain")
        /// A moment, which is another one in each recording.
        public static let timestamp = Self(rawValue: "timestamp")
        /// An IP address, or the port of the loopback interface.
        public static let ipAddress = Self(rawValue: "ip-address")
        /// A long mixture of letters and digits that may be a token.
        public static let opaqueText = Self(rawValue: "opaque-text")
        /// A header field that is not known to be harmless.
        public static let headerField = Self(rawValue: "header-field")
    }
}
