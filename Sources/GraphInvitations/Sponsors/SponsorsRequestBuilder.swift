/// The operations on those who answer for a guest, reached as `graph.users["id"].sponsors`.
public struct SponsorsRequestBuilder: Sendable {
    let client: GraphClient
    let userID: String

    /// Reads who answers for the guest: users, groups, and whatever else Graph may come to allow.
    ///
    /// Needs the permission `User.Read.All`. ``DirectoryObject/odataType`` tells the kinds apart.
    ///
    /// Mirrors [List sponsors](https://learn.microsoft.com/graph/api/user-list-sponsors).
    ///
    /// - Returns: The sponsors, at most five.
    /// - Throws: ``GraphError``.
    public func list() async throws(GraphError) -> [DirectoryObject] {
        let sequence = PagedSequence(client) { () throws(GraphError) in try .listSponsors(of: userID) }
        return try await sequence.all()
    }

    /// Has somebody answer for the guest.
    ///
    /// Needs the permission `User.ReadWrite.All`, and of a signed-in user the role Directory Writers or User
    /// Administrator. A guest can have five sponsors; Graph refuses a sixth.
    ///
    /// Mirrors [Assign sponsor](https://learn.microsoft.com/graph/api/user-post-sponsors).
    ///
    /// - Parameter sponsor: The user or group.
    /// - Throws: ``GraphError``; with code `invalidRequest` for an id that is none.
    public func add(_ sponsor: Sponsor) async throws(GraphError) {
        _ = try await client.send(.addSponsor(sponsor, to: userID))
    }

    /// Has a user answer for the guest: ``add(_:)-(Sponsor)`` of a user.
    ///
    /// - Parameter userID: The object id of the user.
    /// - Throws: ``GraphError``; with code `invalidRequest` for an id that is none.
    public func add(_ userID: String) async throws(GraphError) { try await add(.user(userID)) }

    /// Has somebody no longer answer for the guest; the sponsor's own account stays as it is.
    ///
    /// Needs the permission `User.ReadWrite.All`, and of a signed-in user the role Directory Writers or User
    /// Administrator.
    ///
    /// Mirrors [Remove sponsor](https://learn.microsoft.com/graph/api/user-delete-sponsors).
    ///
    /// - Parameter sponsorID: The object id of the sponsor.
    /// - Throws: ``GraphError``; with code `invalidRequest` for an id that is none.
    public func remove(_ sponsorID: String) async throws(GraphError) {
        _ = try await client.send(.removeSponsor(sponsorID, from: userID))
    }
}
