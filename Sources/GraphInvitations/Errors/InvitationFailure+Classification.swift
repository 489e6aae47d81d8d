extension InvitationFailure {
    /// What each meaning is known by.
    ///
    /// Typographic and plain apostrophes both occur, so no mark contains one.
    private static let marks: [(mark: String, failure: InvitationFailure)] = [
        ("guest invitations not allowed", .invitationsNotAllowed),
        ("match any emails on the user object", .emailNotOnUser),
        ("primary smtp address is an invalid value", .invalidEmailAddress),
        ("invitee is in inviter tenant", .inviteeInInviterTenant),
        ("account is blocked from signing in", .accountBlocked),
        ("blocked by cross-tenant access settings", .blockedByCrossTenantAccess),
        ("b2b cross cloud worker application has been disabled", .crossCloudWorkerDisabled),
        ("insufficient privileges", .insufficientPrivileges),
        ("generic authorization exception", .insufficientPrivileges),
        ("unable to find target address", .targetAddressNotFound),
    ]

    init?(_ error: ODataError) {
        let messages = [error.message] + error.details.compactMap(\.message) + [error.innerError?.message ?? ""]
        let text = messages.joined(separator: "\n").lowercased()
        guard let match = Self.marks.first(where: { text.contains($0.mark) }) else { return nil }
        self = match.failure
    }
}
