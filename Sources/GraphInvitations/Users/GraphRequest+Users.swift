/// What tells a guest's story.
private let guestProperties = [
    "id", "displayName", "userPrincipalName", "mail", "otherMails", "proxyAddresses", "userType", "creationType",
    "createdDateTime", "externalUserState", "externalUserStateChangeDateTime",
]
.joined(separator: ",")

extension GraphRequest where Response == User {
    /// A request for one guest.
    static func guest(id: String) throws(GraphError) -> Self {
        Self(.getUser, method: "GET", path: try GraphPath("users", id, query: ["select": guestProperties]))
    }
}

extension GraphRequest where Response == UserPage {
    /// A request for the users who have an address, as their sign-in name, their mail or another address of theirs.
    ///
    /// Mirrors the look-up of [Customize the invitation
    /// API](https://learn.microsoft.com/entra/external-id/customize-invitation-api) without `signInNames`, which Graph
    /// does not know.
    static func users(withAddress address: String) throws(GraphError) -> Self {
        let literal = address.replacing("'", with: "''")
        let filter = [
            "userPrincipalName eq '\(literal)'", "mail eq '\(literal)'",
            "proxyAddresses/any(x:x eq 'SMTP:\(literal)')", "otherMails/any(x:x eq '\(literal)')",
        ]
        .joined(separator: " or ")
        return Self(
            .listUsers,
            method: "GET",
            path: try GraphPath("users", query: ["filter": filter, "select": guestProperties])
        )
    }
}
