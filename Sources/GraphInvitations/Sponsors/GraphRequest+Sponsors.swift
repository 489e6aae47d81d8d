extension GraphRequest where Response == Page<DirectoryObject> {
    /// A request for those who answer for a guest.
    ///
    /// Mirrors [List sponsors](https://learn.microsoft.com/graph/api/user-list-sponsors).
    ///
    /// - Parameter userID: The object id or the user principal name of the guest.
    /// - Returns: The request for the first page, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func listSponsors(of userID: String) throws(GraphError) -> Self {
        Self(.listSponsors, method: "GET", path: try .user(userID).appending("sponsors"))
    }
}

extension GraphRequest where Response == NoContent {
    /// A request that has somebody answer for a guest.
    ///
    /// Mirrors [Assign sponsor](https://learn.microsoft.com/graph/api/user-post-sponsors).
    ///
    /// - Parameters:
    ///   - sponsor: The user or group.
    ///   - userID: The object id or the user principal name of the guest.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func addSponsor(_ sponsor: Sponsor, to userID: String) throws(GraphError) -> Self {
        let path = try GraphPath.user(userID).appending("sponsors").appending("$ref")
        return Self(.addSponsor, method: "POST", path: path, body: .reference(to: try sponsor.path()))
    }

    /// A request that has somebody no longer answer for a guest; the sponsor's own account stays as it is.
    ///
    /// Mirrors [Remove sponsor](https://learn.microsoft.com/graph/api/user-delete-sponsors).
    ///
    /// - Parameters:
    ///   - sponsorID: The object id of the sponsor.
    ///   - userID: The object id or the user principal name of the guest.
    /// - Returns: The request, not yet sent.
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    public static func removeSponsor(_ sponsorID: String, from userID: String) throws(GraphError) -> Self {
        try GraphError.refuse(ValidationFinding.objectID(sponsorID, in: "sponsor"))
        // Without its last part, this address is the sponsor's account itself, and Graph would delete that.
        let path = try GraphPath.user(userID).appending("sponsors").item(sponsorID).appending("$ref")
        return Self(.removeSponsor, method: "DELETE", path: path)
    }
}
