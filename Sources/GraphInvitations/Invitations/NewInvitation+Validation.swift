extension NewInvitation {
    /// Checks that Graph can do what the invitation asks.
    ///
    /// ``InvitationsRequestBuilder/create(_:)`` does this by itself, before anything is sent.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding in ``GraphError/problems``.
    public func validate() throws(GraphError) { try GraphError.refuse(problems) }

    /// What is wrong with the invitation, one finding for each rule that it breaks.
    public var problems: [ValidationFinding] {
        var findings = commonProblems
        if let name = invitedUserDisplayName, name.containsControl {
            findings.append(.lineBreak(in: "invitedUserDisplayName"))
        }
        return findings + sponsorProblems
    }

    /// What Graph would accept and then leave undone.
    public var warnings: [ValidationFinding] { warnings(isAppOnly: false) }

    /// What Graph would accept and then leave undone; with what holds only where an app invites on its own behalf.
    public func warnings(isAppOnly: Bool) -> [ValidationFinding] { commonWarnings(isAppOnly: isAppOnly) }

    private var sponsorProblems: [ValidationFinding] {
        var findings: [ValidationFinding] = []
        if invitedUserSponsors.count > 5 {
            findings.append(
                ValidationFinding(
                    field: "invitedUserSponsors",
                    rule: "names \(invitedUserSponsors.count) sponsors, and a guest can have five at most.",
                    remedy: "Leave out \(invitedUserSponsors.count - 5), or make the group of them the sponsor."
                )
            )
        }
        for (index, sponsor) in invitedUserSponsors.enumerated() where !(sponsor.id ?? "").isObjectID {
            findings.append(
                ValidationFinding(
                    field: "invitedUserSponsors[\(index)].id",
                    rule: "is not an object id.",
                    remedy: "Give the object id of a user or group, not a name or an address."
                )
            )
        }
        return findings
    }
}

extension ValidationFinding {
    static func lineBreak(in field: String) -> ValidationFinding {
        ValidationFinding(field: field, rule: "contains a line break or a control character.", remedy: "Remove it.")
    }
}

extension String {
    /// Whether it can be an object id: something without blanks, and no user principal name.
    var isObjectID: Bool { !isEmpty && !containsBlankOrControl && !contains { "@/?#".contains($0) } }
}
