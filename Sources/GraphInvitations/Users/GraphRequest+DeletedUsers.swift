extension GraphRequest where Response == User {
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
}
