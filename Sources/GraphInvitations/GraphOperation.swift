/// An operation of Microsoft Graph that this package knows, with the permission that it needs.
public struct GraphOperation: Hashable, Sendable, CustomStringConvertible {
    /// The name, such as `createInvitation`.
    public let name: String
    /// The least that a token must be granted, for an app and for a signed-in user alike.
    public let leastPrivilegedPermission: String
    /// The permissions that contain it.
    public let higherPrivilegedPermissions: [String]
    /// Whether its refusals are those of the invitation service.
    let isInvitation: Bool

    /// The name.
    public var description: String { name }

    /// Invites a person.
    public static let createInvitation = GraphOperation(
        name: "createInvitation",
        leastPrivilegedPermission: "User.Invite.All",
        higherPrivilegedPermissions: ["User.ReadWrite.All", "Directory.ReadWrite.All"],
        isInvitation: true
    )

    /// Has a guest accept anew.
    public static let resetRedemption = GraphOperation(
        name: "resetRedemption",
        leastPrivilegedPermission: "User.ReadWrite.All",
        higherPrivilegedPermissions: ["Directory.ReadWrite.All"],
        isInvitation: true
    )

    /// Reads one user.
    public static let getUser = GraphOperation(
        name: "getUser",
        leastPrivilegedPermission: "User.Read.All",
        higherPrivilegedPermissions: ["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
        isInvitation: false
    )

    /// Reads users.
    public static let listUsers = GraphOperation(
        name: "listUsers",
        leastPrivilegedPermission: "User.Read.All",
        higherPrivilegedPermissions: ["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
        isInvitation: false
    )
}
