import GraphInvitations

/// What this package expects of the answer to a request.
struct ExpectedAnswer {
    /// What the models read; nil for a request that this package does not make.
    let shape: JSONShape?
    /// The members that documented answers have, as JSON pointers; `*` for each element of a list.
    let present: [String]
    /// Whether something else than JSON is an answer, too.
    let mayBeText: Bool
    /// Whether nothing is what is expected.
    var isEmpty = false

    init(_ method: String, _ address: RequestAddress, _ statusCode: Int) {
        let isSuccess = (200..<300).contains(statusCode)
        mayBeText = !isSuccess
        let path = address.path.split(separator: "/").map(String.init)
        if path.contains("oauth2"), path.last == "token" {
            shape = isSuccess ? .token : .oauthError
            present = isSuccess ? ["/token_type", "/expires_in", "/access_token"] : ["/error", "/error_description"]
            return
        }
        let resource = path.drop { $0 != "v1.0" && $0 != "beta" }.dropFirst()
        guard isSuccess else {
            shape = .serviceError
            present = ["/error/code", "/error/message"]
            return
        }
        let names = Array(resource)
        switch (method, names.first, names.count) {
        case ("POST", "invitations", 1):
            shape = .invitation
            present = Self.invitationMembers.map { "/" + $0 } + ["/invitedUser/id"]
        case ("GET", "users", 2) where names[1] == "$count":
            shape = .number
            present = []
        case ("GET", "users", 1):
            shape = .userPage
            present = ["/value"] + Self.selected(address).map { "/value/*/" + $0 }
        case ("GET", "directory", 3) where names[2] == "microsoft.graph.user":
            shape = .userPage
            present = ["/value"] + Self.selected(address).map { "/value/*/" + $0 }
        case ("GET", "users", 2), ("GET", "directory", 3):
            shape = .user
            present = Self.selected(address).map { "/" + $0 }
        case ("POST", "directory", 4):
            shape = .user
            present = ["/id"]
        case ("GET", "users", 3) where names[2] == "sponsors":
            shape = .directoryObjectPage
            present = ["/value", "/value/*/id", "/value/*/@odata.type"]
        case ("PATCH", "users", 2), ("DELETE", "users", 2), ("POST", "users", 4), ("DELETE", "users", 5),
            ("DELETE", "directory", 3):
            shape = .any
            present = []
            isEmpty = true
        case ("POST", "$batch", 1):
            shape = .batch
            present = ["/responses", "/responses/*/id", "/responses/*/status"]
        default:
            shape = nil
            present = []
        }
    }

    /// What the documented answers to an invitation have.
    private static let invitationMembers = [
        "id", "inviteRedeemUrl", "inviteRedirectUrl", "invitedUser", "invitedUserDisplayName",
        "invitedUserEmailAddress", "invitedUserMessageInfo", "invitedUserType", "resetRedemption",
        "sendInvitationMessage", "status",
    ]

    /// What the service was asked for, or gives unasked.
    private static func selected(_ address: RequestAddress) -> [String] {
        // The address of a further page does not tell.
        guard address.query["$skiptoken"] == nil else { return [] }
        guard let names = address.query["$select"]?.first else {
            return [
                "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation",
                "preferredLanguage", "surname", "userPrincipalName",
            ]
        }
        return names.dropFirst().split(separator: ",").map(String.init)
    }
}
