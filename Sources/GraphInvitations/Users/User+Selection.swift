extension User {
    /// The properties, each of which throws where it is not in the answer: so nil is null, and nothing else.
    ///
    /// ```swift
    /// let state = try user.selected.externalUserState
    /// ```
    public var selected: Selection { Selection(user: self) }

    /// Whether the answer has a property, be it as null; false for one that was not selected.
    public func has(_ property: Property) -> Bool {
        var finder = MemberFinder(name: property.rawValue)
        var copy = self
        // Looking does not throw; a visitor that reads or writes does.
        try? copy.code(&finder)
        return finder.hasValue || residue[property.rawValue] != nil
            || additionalProperties[property.rawValue] != nil
    }

    /// The properties of a user, of which those that are not in the answer throw.
    @dynamicMemberLookup public struct Selection: Sendable {
        let user: User

        /// The value of a property; nil where it is null.
        ///
        /// - Throws: ``GraphError`` with code `invalidRequest` where the property was not selected, with
        ///   `malformedResponse` where what came is no value of its type.
        public subscript<Value>(dynamicMember property: KeyPath<User, Value?>) -> Value? {
            get throws(GraphError) {
                if let value = user[keyPath: property] { return value }
                let name = User.samples.first { $0.user[keyPath: property] != nil }?.name ?? ""
                guard user.has(Property(rawValue: name)) else {
                    throw GraphError(problems: [
                        ValidationFinding(
                            field: name,
                            rule: "is not in the answer, since it was not selected.",
                            remedy: "Select it where the user is read."
                        )
                    ])
                }
                guard user.residue[name] ?? .null == .null else {
                    throw GraphError(
                        code: .malformedResponse,
                        problems: [
                            ValidationFinding(
                                field: name,
                                rule: "came as a value of another type.",
                                remedy: "Encode the user to see it."
                            )
                        ]
                    )
                }
                return nil
            }
        }
    }

    /// For each member a user who has that one alone: so the name that belongs to a key path can be found.
    private static let samples: [(name: String, user: User)] = memberNames.all.map { name in
        var sampler = MemberSampler(name: name)
        var user = User()
        try? user.code(&sampler)
        return (name, user)
    }
}
