/// An operation of Microsoft Graph that this package knows, with the permission that it needs; two of one name are the
/// same.
public struct GraphOperation: Sendable, CustomStringConvertible {
    /// The name, such as `createInvitation`.
    public let name: String
    /// The least that a token must be granted, for an app and for a signed-in user alike; several are joined by `and`.
    public let leastPrivilegedPermission: String
    /// The permissions that contain it, joined in the same way.
    public let higherPrivilegedPermissions: [String]
    /// Whether the invitation service does it, which has refusals and a limit of its own.
    var isInvitation = false
    /// What a repetition is refused with where the attempt before had succeeded.
    var refusalOfRepetition: RefusalOfRepetition?

    /// How a service says that it was done already.
    enum RefusalOfRepetition { case notFound, alreadyExists }

    /// The name.
    public var description: String { name }

    /// Whether these permissions suffice.
    func isCovered(by held: [String]) -> Bool {
        ([leastPrivilegedPermission] + higherPrivilegedPermissions)
            .contains { Set($0.split(separator: " and ").map(String.init)).isSubset(of: held) }
    }
}

extension GraphOperation: Hashable {
    /// Whether both have the same name.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }
    /// Feeds the name to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension GraphOperation {
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
    public static let getUser = reading("getUser")
    /// Reads users.
    public static let listUsers = reading("listUsers")
    /// Counts users.
    public static let countUsers = reading("countUsers")
    /// Reads a user who was deleted.
    public static let getDeletedUser = reading("getDeletedUser")
    /// Reads the users who were deleted.
    public static let listDeletedUsers = reading("listDeletedUsers")
    /// Reads who answers for a guest.
    public static let listSponsors = reading("listSponsors")

    /// Changes a user.
    ///
    /// Some properties have a permission of their own: ``UserPatch/leastPrivilegedPermission``.
    public static let updateUser = UserPatch().operation

    /// Deletes a user, who can be restored for 30 days.
    public static let deleteUser = writing("deleteUser", repeated: .notFound)
    /// Brings a user back who was deleted.
    public static let restoreUser = writing("restoreUser")
    /// Deletes a user for good who was deleted.
    public static let purgeUser = writing("purgeUser")
    /// Has somebody answer for a guest.
    public static let addSponsor = writing("addSponsor", repeated: .alreadyExists)
    /// Has somebody no longer answer for a guest.
    public static let removeSponsor = writing("removeSponsor", repeated: .notFound)

    static func updateUser(_ least: [String], or others: [[String]]) -> GraphOperation {
        GraphOperation(
            name: "updateUser",
            leastPrivilegedPermission: least.joined(separator: " and "),
            higherPrivilegedPermissions: others.map { $0.joined(separator: " and ") }
        )
    }

    private static func reading(_ name: String) -> GraphOperation {
        GraphOperation(
            name: name,
            leastPrivilegedPermission: "User.Read.All",
            higherPrivilegedPermissions: ["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"]
        )
    }

    private static func writing(_ name: String, repeated refusal: RefusalOfRepetition? = nil) -> GraphOperation {
        GraphOperation(
            name: name,
            leastPrivilegedPermission: "User.ReadWrite.All",
            higherPrivilegedPermissions: ["Directory.ReadWrite.All"],
            refusalOfRepetition: refusal
        )
    }
}

extension GraphOperation {
    /// Carries other operations, each of which needs a permission of its own.
    static let batch = GraphOperation(name: "batch", leastPrivilegedPermission: "", higherPrivilegedPermissions: [])
}
