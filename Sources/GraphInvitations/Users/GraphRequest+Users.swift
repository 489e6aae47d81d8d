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

    /// A request for a user who was deleted.
    ///
    /// Mirrors [Get deleted item](https://learn.microsoft.com/graph/api/directory-deleteditems-get).
    ///
    /// - Parameters:
    ///   - id: The object id.
    ///   - select: The properties to ask for.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none, and for nothing to select.
    public static func getDeletedUser(
        _ id: String,
        select: [User.Property] = .guest + [.deletedDateTime]
    ) throws(GraphError) -> Self {
        try GraphError.refuse(select.problems)
        let path = try GraphPath.deletedItem(id).query([("select", select.option)])
        return Self(.getDeletedUser, method: "GET", path: path)
    }

    /// A request that brings a deleted user back.
    ///
    /// Mirrors [Restore deleted item](https://learn.microsoft.com/graph/api/directory-deleteditems-restore).
    ///
    /// - Parameters:
    ///   - id: The object id.
    ///   - newUserPrincipalName: The user principal name to have in place of the one before.
    ///   - autoReconcileProxyConflict: Whether Graph takes away addresses that somebody else has by now.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func restoreUser(
        _ id: String,
        newUserPrincipalName: String? = nil,
        autoReconcileProxyConflict: Bool? = nil
    ) throws(GraphError) -> Self {
        let path = try GraphPath.deletedItem(id).appending("restore")
        var body: [String: JSONValue] = [:]
        body["newUserPrincipalName"] = newUserPrincipalName.map(JSONValue.string)
        body["autoReconcileProxyConflict"] = autoReconcileProxyConflict.map(JSONValue.bool)
        guard !body.isEmpty else { return Self(.restoreUser, method: "POST", path: path) }
        return try Self(.restoreUser, method: "POST", path: path, json: body)
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

    /// A request that deletes a deleted user for good.
    ///
    /// Mirrors [Permanently delete item](https://learn.microsoft.com/graph/api/directory-deleteditems-delete).
    ///
    /// - Parameter id: The object id.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func purgeUser(_ id: String) throws(GraphError) -> Self {
        Self(.purgeUser, method: "DELETE", path: try .deletedItem(id))
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

    /// A request for users who were deleted.
    ///
    /// Mirrors [List deleted items](https://learn.microsoft.com/graph/api/directory-deleteditems-list).
    ///
    /// - Parameter query: Which users, and what of them.
    /// - Returns: The request for the first page, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for a query that asks for nothing.
    public static func listDeletedUsers(_ query: UserQuery = UserQuery()) throws(GraphError) -> Self {
        try Self(.listDeletedUsers, path: "/directory/deletedItems/microsoft.graph.user", query)
    }

    private init(_ operation: GraphOperation, path: String, _ query: UserQuery) throws(GraphError) {
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
