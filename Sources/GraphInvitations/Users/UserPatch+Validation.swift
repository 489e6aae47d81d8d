extension UserPatch {
    /// Checks that Graph can do what the patch asks.
    ///
    /// ``UserRequestBuilder/update(_:)`` does this by itself, before anything is sent.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` and every finding in ``GraphError/problems``.
    public func validate() throws(GraphError) {
        let empty = ValidationFinding(field: "patch", rule: "changes nothing.", remedy: "Set a property.")
        try GraphError.refuse(isEmpty ? [empty] : problems)
    }

    /// What is wrong with the patch, one finding for each rule that it breaks.
    public var problems: [ValidationFinding] {
        lengthProblems + valueProblems + mailProblems + listProblems
    }

    private var lengthProblems: [ValidationFinding] {
        Self.limits.compactMap { property, limit in
            guard let count = self[property]?.stringValue?.count, count > limit else { return nil }
            return finding(property, "has \(count) characters, and Graph takes \(limit).", "Shorten it.")
        }
    }

    private var valueProblems: [ValidationFinding] {
        var findings = Self.lasting.filter { self[$0] == .null }
            .map { finding($0, "cannot be cleared.", "Give a value, or leave it out.") }
        findings += Self.texts.filter { self[$0] == "" }
            .map { property in
                let isLasting = Self.lasting.contains(property)
                let remedy = isLasting ? "Give a value, or leave it out." : "Clear it, or leave it out."
                return finding(property, "is empty, which Graph refuses.", remedy)
            }
        if case .set(let country) = usageLocation, !country.isEmpty,
            country.utf8.count != 2 || !country.utf8.allSatisfy(\.isASCIILetter)
        {
            findings.append(
                finding(.usageLocation, "is no country of two letters.", "Give a code of ISO 3166, such as DE.")
            )
        }
        return findings
    }

    private var mailProblems: [ValidationFinding] {
        guard let mail, !mail.isEmpty else { return [] }
        return EmailAddressRules(field: "mail", isInvited: false).findings(in: mail)
    }

    private var listProblems: [ValidationFinding] {
        var findings = (otherMails ?? []).enumerated().filter { $0.element.count > 250 }
            .map { index, _ in
                ValidationFinding(
                    field: "otherMails[\(index)]",
                    rule: "has more than 250 characters.",
                    remedy: "Graph takes no longer address."
                )
            }
        if let count = otherMails?.count, count > 250 {
            findings.append(
                finding(.otherMails, "has \(count) addresses, and Graph takes 250.", "Leave out \(count - 250).")
            )
        }
        if let count = businessPhones?.count, count > 1 {
            findings.append(finding(.businessPhones, "has \(count) numbers, and Graph takes one.", "Give one."))
        }
        return findings
    }

    private func finding(_ property: User.Property, _ rule: String, _ remedy: String) -> ValidationFinding {
        ValidationFinding(field: property.rawValue, rule: rule, remedy: remedy)
    }

    /// The most characters that Graph documents.
    private static let limits: [(User.Property, Int)] = [
        (.displayName, 256), (.givenName, 64), (.surname, 64), (.companyName, 64), (.department, 64),
        (.jobTitle, 128), (.mobilePhone, 64), (.mailNickname, 64),
    ]

    /// The properties that hold a text.
    private static let texts =
        limits.map(\.0) + [.mail, .officeLocation, .preferredLanguage, .usageLocation]

    /// What Graph lets nobody clear.
    private static let lasting: [User.Property] = [.displayName, .mail]
}
