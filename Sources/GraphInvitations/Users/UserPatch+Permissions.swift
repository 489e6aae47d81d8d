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
        let least = others.count > 1 ? ["User.ReadWrite.All"] : others.first
        // What changes identities is needed whatever else is granted.
        guard needed.contains(Self.identities) else {
            return .updateUser(
                least ?? ["User.ReadUpdate.All"],
                or: [["User.ReadWrite.All"], ["Directory.ReadWrite.All"]]
            )
        }
        guard let least else { return .updateUser(Self.identities, or: []) }
        return .updateUser(
            Self.identities + least,
            or: [Self.identities + ["User.ReadWrite.All"], Self.identities + ["Directory.ReadWrite.All"]]
        )
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
