extension User: LosslessObject {
    static let memberNames = MemberNames(of: User())

    static var isSparse: Bool { true }

    init() { self.init(id: nil) }

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("id", &id)
        try members.member("userPrincipalName", &userPrincipalName)
        try members.member("displayName", &displayName)
        try members.member("givenName", &givenName)
        try members.member("surname", &surname)
        try members.member("mail", &mail)
        try members.member("otherMails", &otherMails)
        try members.member("proxyAddresses", &proxyAddresses)
        try members.member("userType", &userType)
        try members.member("externalUserState", &externalUserState)
        try members.member("externalUserStateChangeDateTime", &externalUserStateChangeDateTime)
        try members.member("creationType", &creationType)
        try members.member("accountEnabled", &accountEnabled)
        try members.member("createdDateTime", &createdDateTime)
        try members.member("deletedDateTime", &deletedDateTime)
        try members.member("identities", &identities)
        try members.member("mailNickname", &mailNickname)
        try members.member("companyName", &companyName)
        try members.member("department", &department)
        try members.member("jobTitle", &jobTitle)
        try members.member("mobilePhone", &mobilePhone)
        try members.member("businessPhones", &businessPhones)
        try members.member("officeLocation", &officeLocation)
        try members.member("preferredLanguage", &preferredLanguage)
        try members.member("usageLocation", &usageLocation)
        try members.member("showInAddressList", &showInAddressList)
        try members.member("signInActivity", &signInActivity)
        try members.member("sponsors", &sponsors)
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
