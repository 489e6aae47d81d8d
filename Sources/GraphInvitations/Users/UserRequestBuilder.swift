/// The operations on one user, reached as `graph.users["id"]`.
public struct UserRequestBuilder: Sendable {
    let client: GraphClient
    /// The object id or user principal name.
    public let id: String

    /// Reads the user.
    ///
    /// Needs the permission `User.Read.All`. What is not selected is not in the answer: ``User/selected`` tells it from
    /// null. A guest who was invited a moment ago may not be found yet: ``waitUntilUsable(pollingEvery:timeout:select:probe:)``.
    ///
    /// Mirrors [Get user](https://learn.microsoft.com/graph/api/user-get).
    ///
    /// - Parameters:
    ///   - select: The properties to ask for: those of a guest unless you choose.
    ///   - expandsSponsors: Whether to ask for ids and names of the sponsors, too.
    /// - Returns: The user.
    /// - Throws: ``GraphError``.
    public func get(
        select: [User.Property] = .guest,
        expandsSponsors: Bool = false
    ) async throws(GraphError) -> User {
        try await client.send(.getUser(id, select: select, expandsSponsors: expandsSponsors))
    }

    /// Changes what a patch has set, and nothing else.
    ///
    /// Needs the permission `User.ReadUpdate.All`, for some properties another one:
    /// ``UserPatch/leastPrivilegedPermission``.
    ///
    /// Mirrors [Update user](https://learn.microsoft.com/graph/api/user-update).
    ///
    /// - Parameter patch: What to change.
    /// - Throws: ``GraphError``; with code `invalidRequest` before anything is sent.
    public func update(_ patch: UserPatch) async throws(GraphError) {
        _ = try await client.send(.updateUser(id, patch, validation: client.configuration.validation))
    }

    /// Deletes the user, who can be restored for 30 days.
    ///
    /// Needs the permission `User.ReadWrite.All`; for a user with the role of an administrator, more.
    ///
    /// Mirrors [Delete user](https://learn.microsoft.com/graph/api/user-delete).
    ///
    /// - Throws: ``GraphError``.
    public func delete() async throws(GraphError) { _ = try await client.send(.deleteUser(id)) }

    /// Those who answer for the guest.
    public var sponsors: SponsorsRequestBuilder { SponsorsRequestBuilder(client: client, userID: id) }
}
