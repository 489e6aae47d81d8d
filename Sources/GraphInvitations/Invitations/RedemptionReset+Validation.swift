extension RedemptionReset {
    /// Checks that Graph can do what the reset asks.
    ///
    /// ``InvitationsRequestBuilder/resetRedemption(_:)`` does this by itself, before anything is sent.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding in ``GraphError/problems``.
    public func validate() throws(GraphError) { try GraphError.refuse(problems) }

    /// What is wrong with the reset, one finding for each rule that it breaks.
    public var problems: [ValidationFinding] {
        var findings: [ValidationFinding] = []
        if !userID.isObjectID {
            findings.append(
                ValidationFinding(
                    field: "userID",
                    rule: userID.isEmpty ? "is empty, and a reset requires it." : "is not an object id.",
                    remedy:
                        "Give the object id of the guest, not an address, a user principal name or an invitation id."
                )
            )
        }
        return findings + commonProblems
    }

    /// What Graph would accept and then leave undone.
    public var warnings: [ValidationFinding] { warnings(isAppOnly: false) }

    /// What Graph would accept and then leave undone; with what holds only where an app invites on its own behalf.
    public func warnings(isAppOnly: Bool) -> [ValidationFinding] { commonWarnings(isAppOnly: isAppOnly) }
}
