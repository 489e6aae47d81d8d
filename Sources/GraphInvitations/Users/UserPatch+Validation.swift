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
        var findings = Self.limits.compactMap { property, limit -> ValidationFinding? in
            guard let count = self[property]?.stringValue?.count, count > limit else { return nil }
            return ValidationFinding(
                field: property.rawValue,
                rule: "has \(count) characters, and Graph takes \(limit).",
                remedy: "Shorten it."
            )
        }
        findings += Self.lasting.filter { self[$0] == .null || self[$0] == .string("") }
            .map {
                ValidationFinding(
                    field: $0.rawValue,
                    rule: "cannot be cleared.",
                    remedy: "Give a value, or leave it out."
                )
            }
        if let mail, !mail.isEmpty { findings += EmailAddressRules(field: "mail", isInvited: false).findings(in: mail) }
        if let otherMails { findings += Self.problems(ofOtherMails: otherMails) }
        if let businessPhones, businessPhones.count > 1 {
            findings.append(
                ValidationFinding(
                    field: "businessPhones",
                    rule: "has \(businessPhones.count) numbers, and Graph takes one.",
                    remedy: "Give one."
                )
            )
        }
        if case .set(let country) = usageLocation,
            country.utf8.count != 2 || !country.utf8.allSatisfy(\.isASCIILetterOrDigit)
        {
            findings.append(
                ValidationFinding(
                    field: "usageLocation",
                    rule: "is no country of two letters.",
                    remedy: "Give a code of ISO 3166, such as DE."
                )
            )
        }
        return findings
    }

    private static func problems(ofOtherMails addresses: [String]) -> [ValidationFinding] {
        let long = addresses.enumerated().filter { $0.element.count > 250 }
            .map { index, _ in
                ValidationFinding(
                    field: "otherMails[\(index)]",
                    rule: "has more than 250 characters.",
                    remedy: "Graph takes no longer address."
                )
            }
        guard addresses.count > 250 else { return long }
        return long + [
            ValidationFinding(
                field: "otherMails",
                rule: "has \(addresses.count) addresses, and Graph takes 250.",
                remedy: "Leave out \(addresses.count - 250)."
            )
        ]
    }

    /// The most characters that Graph documents.
    private static let limits: [(User.Property, Int)] = [
        (.displayName, 256), (.givenName, 64), (.surname, 64), (.companyName, 64), (.department, 64),
        (.jobTitle, 128), (.mobilePhone, 64), (.mailNickname, 64),
    ]

    /// What Graph lets nobody clear.
    private static let lasting: [User.Property] = [.displayName, .mail]
}

extension UserPatch {
    /// The least that a token must be granted for what is set.
    ///
    /// For a user who holds a role of an administrator, Graph asks for more.
    public var leastPrivilegedPermission: String {
        let needed = Set(members.keys.map { Self.specialPermissions[$0] ?? Self.commonPermission })
        return needed.count > 1 ? "User.ReadWrite.All" : needed.first ?? Self.commonPermission
    }

    static let commonPermission = "User.ReadUpdate.All"

    private static let specialPermissions = [
        "otherMails": "User-Mail.ReadWrite.All", "businessPhones": "User-Phone.ReadWrite.All",
        "mobilePhone": "User-Phone.ReadWrite.All", "accountEnabled": "User.EnableDisableAccount.All",
        "identities": "User.ManageIdentities.All",
    ]
}
