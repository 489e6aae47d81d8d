extension GraphRequest where Response == User {
    /// A request for one user.
    ///
    /// Mirrors [Get user](https://learn.microsoft.com/graph/api/user-get).
    ///
    /// - Parameters:
    ///   - id: The object id or the user principal name.
    ///   - select: The properties to ask for.
    ///   - expandsSponsors: Whether to ask for ids and names of the sponsors, too.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none, and for nothing to select.
    public static func getUser(
        _ id: String,
        select: [User.Property] = .guest,
        expandsSponsors: Bool = false
    ) throws(GraphError) -> Self {
        try GraphError.refuse(select.problems)
        let path = try GraphPath.user(id)
            .query([
                ("select", select.option), ("expand", expandsSponsors ? "sponsors($select=id,displayName)" : nil),
            ])
        return Self(.getUser, method: "GET", path: path)
    }
}

extension GraphRequest where Response == NoContent {
    /// A request that changes a user.
    ///
    /// Mirrors [Update user](https://learn.microsoft.com/graph/api/user-update).
    ///
    /// - Parameters:
    ///   - id: The object id or the user principal name.
    ///   - patch: What to change.
    ///   - validation: Whether to refuse what Graph is known not to accept.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding.
    public static func updateUser(
        _ id: String,
        _ patch: UserPatch,
        validation: GraphClient.Configuration.Validation = .strict
    ) throws(GraphError) -> Self {
        if validation == .strict { try patch.validate() }
        return try Self(patch.operation, method: "PATCH", path: .user(id), json: patch)
    }

    /// A request that deletes a user, who can be restored for 30 days.
    ///
    /// Mirrors [Delete user](https://learn.microsoft.com/graph/api/user-delete).
    ///
    /// - Parameter id: The object id or the user principal name.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func deleteUser(_ id: String) throws(GraphError) -> Self {
        Self(.deleteUser, method: "DELETE", path: try .user(id))
    }
}

extension GraphRequest where Response == Page<User> {
    /// A request for users.
    ///
    /// Mirrors [List users](https://learn.microsoft.com/graph/api/user-list).
    ///
    /// - Parameter query: Which users, and what of them.
    /// - Returns: The request for the first page, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for a query that asks for nothing.
    public static func listUsers(_ query: UserQuery = UserQuery()) throws(GraphError) -> Self {
        try Self(.listUsers, path: "/users", query)
    }

    /// A request for the users of a collection.
    init(_ operation: GraphOperation, path: String, _ query: UserQuery) throws(GraphError) {
        try GraphError.refuse(query.problems)
        let path = GraphPath(path).query(query.options)
        self.init(operation, method: "GET", path: path, isAdvancedQuery: query.needsAdvancedQuery)
    }
}

extension GraphRequest where Response == Int {
    /// A request for the number of users: always an advanced query.
    ///
    /// Mirrors [Count users](https://learn.microsoft.com/graph/aad-advanced-queries).
    ///
    /// - Parameter filter: Which users; nil for all.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an empty filter.
    public static func countUsers(_ filter: UserFilter? = nil) throws(GraphError) -> Self {
        try GraphError.refuse(UserQuery(filter: filter).problems)
        let path = GraphPath("/users/$count").query([("filter", filter?.description)])
        var request = Self(.countUsers, method: "GET", path: path, isAdvancedQuery: true)
        // The number is text, an error JSON.
        request.content.accepts = "text/plain, application/json"
        return request
    }
}
