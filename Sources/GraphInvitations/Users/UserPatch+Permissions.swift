extension UserPatch {
    /// The least that a token must be granted for what is set; several are joined by `and`.
    ///
    /// For a user who holds a role of an administrator, Graph asks for more.
    public var leastPrivilegedPermission: String {
        let needed = Set(members.keys.map { Self.specialPermissions[$0] ?? Self.commonPermission })
        let others = needed.subtracting([Self.identitiesPermission])
        let least = others.count > 1 ? "User.ReadWrite.All" : others.first
        // What changes identities is needed whatever else is granted.
        let whole = [needed.contains(Self.identitiesPermission) ? Self.identitiesPermission : nil, least]
            .compactMap(\.self)
        return whole.isEmpty ? Self.commonPermission : whole.joined(separator: " and ")
    }

    /// The change, with the permission that it needs.
    var operation: GraphOperation {
        let changesIdentities = self[.identities] != nil
        return .updateUser(
            leastPrivilegedPermission: leastPrivilegedPermission,
            higherPrivilegedPermissions: changesIdentities ? [] : Self.higherPermissions
        )
    }

    static let commonPermission = "User.ReadUpdate.All"
    static let higherPermissions = ["User.ReadWrite.All", "Directory.ReadWrite.All"]
    private static let identitiesPermission = "User.ManageIdentities.All"

    private static let specialPermissions = [
        "otherMails": "User-Mail.ReadWrite.All", "businessPhones": "User-Phone.ReadWrite.All",
        "mobilePhone": "User-Phone.ReadWrite.All",
        "accountEnabled": "User.EnableDisableAccount.All and User.Read.All",
        "passwordProfile": "User-PasswordProfile.ReadWrite.All", "identities": identitiesPermission,
    ]
}
