extension UserPatch {
    /// The least that a token must be granted for what is set: one permission, or several joined by `and`.
    ///
    /// What different permissions are for is covered by `User.ReadWrite.All`. For a user who holds a role of an
    /// administrator, Graph asks for more.
    public var leastPrivilegedPermission: String { operation.leastPrivilegedPermission }

    /// The change, with the permissions that it needs.
    var operation: GraphOperation {
        let needed = Set(members.keys.map { Self.specialPermissions[$0] ?? ["User.ReadUpdate.All"] })
        let others = needed.subtracting([Self.identities])
        // What changes identities is needed whatever else is granted.
        let always = needed.contains(Self.identities) ? Self.identities : []
        guard !others.isEmpty || always.isEmpty else { return .updateUser(always, or: []) }
        let broad = [["User.ReadWrite.All"], ["Directory.ReadWrite.All"]]
        let least = others.count > 1 ? broad[0] : others.first ?? ["User.ReadUpdate.All"]
        // Those of the properties, one by one, do as well.
        let single = Set(others.joined()).sorted()
        return .updateUser(always + least, or: (broad + [single]).map { always + $0 })
    }

    private static let identities = ["User.ManageIdentities.All"]

    /// The properties that have a permission of their own, which may take another beside it.
    private static let specialPermissions = [
        "otherMails": ["User-Mail.ReadWrite.All"], "businessPhones": ["User-Phone.ReadWrite.All"],
        "mobilePhone": ["User-Phone.ReadWrite.All"],
        "accountEnabled": ["User.EnableDisableAccount.All", "User.Read.All"],
        "passwordProfile": ["User-PasswordProfile.ReadWrite.All"], "identities": identities,
    ]
}
