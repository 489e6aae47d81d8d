/// The operations on users, reached as ``GraphClient/users``.
public struct UsersRequestBuilder: Sendable {
    let client: GraphClient

    /// The operations on one user.
    ///
    /// - Parameter id: The object id, which is the surest, or the user principal name, whatever characters it holds.
    public subscript(_ id: String) -> UserRequestBuilder { UserRequestBuilder(client: client, id: id) }

    /// The users of the tenant, page by page.
    ///
    /// Needs the permission `User.Read.All`. An advanced query (``UserQuery/needsAdvancedQuery``) is made one, and may
    /// not know a fresh guest.
    ///
    /// ```swift
    /// for try await guest in graph.users.list(filter: .guests && .pendingAcceptance) { print(guest) }
    /// ```
    ///
    /// Mirrors [List users](https://learn.microsoft.com/graph/api/user-list).
    ///
    /// - Parameters:
    ///   - filter: Which users; nil for all.
    ///   - select: What to ask for of each: the properties of a guest unless you choose.
    ///   - orderBy: The order.
    ///   - search: What to search for, such as `displayName:wa`.
    ///   - top: How many to ask for in a page.
    /// - Returns: The users, read as they are asked for; the loop throws ``GraphError``.
    public func list(
        filter: UserFilter? = nil,
        select: [User.Property] = .guest,
        orderBy: [UserOrder] = [],
        search: String? = nil,
        top: Int? = nil
    ) -> PagedSequence<User> {
        let query = UserQuery(filter: filter, select: select, orderBy: orderBy, search: search, top: top)
        return PagedSequence(client) { () throws(GraphError) in try .listUsers(query) }
    }

    /// The users who were deleted in the last 30 days, page by page.
    ///
    /// Needs the permission `User.Read.All`.
    ///
    /// Mirrors [List deleted items](https://learn.microsoft.com/graph/api/directory-deleteditems-list).
    ///
    /// - Parameters:
    ///   - filter: Which users; nil for all.
    ///   - select: What to ask for of each.
    ///   - orderBy: The order.
    ///   - top: How many to ask for in a page.
    /// - Returns: The users, read as they are asked for; the loop throws ``GraphError``.
    public func listDeleted(
        filter: UserFilter? = nil,
        select: [User.Property] = .guest + [.deletedDateTime],
        orderBy: [UserOrder] = [],
        top: Int? = nil
    ) -> PagedSequence<User> {
        let query = UserQuery(filter: filter, select: select, orderBy: orderBy, top: top)
        return PagedSequence(client) { () throws(GraphError) in try .listDeletedUsers(query) }
    }

    /// The number of users, from an index that may not know a fresh guest.
    ///
    /// Needs the permission `User.Read.All`.
    ///
    /// Mirrors [Advanced query capabilities](https://learn.microsoft.com/graph/aad-advanced-queries).
    ///
    /// - Parameter filter: Which users; nil for all.
    /// - Returns: How many there are.
    /// - Throws: ``GraphError``.
    public func count(filter: UserFilter? = nil) async throws(GraphError) -> Int {
        try await client.send(.countUsers(filter))
    }

    /// The users who have an address: as their sign-in name, their mail, or another address of theirs.
    ///
    /// Needs the permission `User.Read.All`. So one finds out whether a person was invited before; a guest who was
    /// invited a moment ago may not be found yet.
    ///
    /// Mirrors the look-up of [Customize the invitation
    /// API](https://learn.microsoft.com/entra/external-id/customize-invitation-api) without `signInNames`, which Graph
    /// does not know.
    ///
    /// - Parameters:
    ///   - emailAddress: The address.
    ///   - select: What to ask for of each.
    /// - Returns: The users, nearly always none or one.
    /// - Throws: ``GraphError``; with code `invalidRequest` for a text that is no address: nobody found would prove
    ///   nothing.
    public func find(
        emailAddress: String,
        select: [User.Property] = .guest
    ) async throws(GraphError) -> [User] {
        try GraphError.refuse(EmailAddressRules(field: "emailAddress", isInvited: false).findings(in: emailAddress))
        return try await list(filter: .found(by: emailAddress), select: select).all()
    }
}

extension GraphClient {
    /// The operations on users.
    public var users: UsersRequestBuilder { UsersRequestBuilder(client: self) }
}
