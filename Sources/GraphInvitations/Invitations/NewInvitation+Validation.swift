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
        return findings + ValidationFinding.sponsors(invitedUserSponsors.map { $0.id ?? "" }, in: "invitedUserSponsors")
    }

    /// What Graph would accept and then leave undone.
    public var warnings: [ValidationFinding] { warnings(isAppOnly: false) }

    /// What Graph would accept and then leave undone; with what holds only where an app invites on its own behalf.
    public func warnings(isAppOnly: Bool) -> [ValidationFinding] { commonWarnings(isAppOnly: isAppOnly) }
}

extension ValidationFinding {
    static func lineBreak(in field: String) -> ValidationFinding {
        ValidationFinding(field: field, rule: "contains a line break or a control character.", remedy: "Remove it.")
    }

    /// The findings on those who are to answer for a guest.
    static func sponsors(_ ids: [String], in field: String) -> [ValidationFinding] {
        var findings: [ValidationFinding] = []
        if ids.count > Sponsor.limit {
            findings.append(
                ValidationFinding(
                    field: field,
                    rule: "names \(ids.count) sponsors, and a guest can have five at most.",
                    remedy: "Leave out \(ids.count - Sponsor.limit), or make the group of them the sponsor."
                )
            )
        }
        return findings + ids.enumerated().flatMap { objectID($1, in: "\(field)[\($0)].id") }
    }
}

extension String {
    /// Whether it can be an object id: something without blanks, and no user principal name.
    var isObjectID: Bool { !isEmpty && !containsBlankOrControl && !contains { "@/?#".contains($0) } }
}
