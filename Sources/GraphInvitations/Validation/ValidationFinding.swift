/// Something wrong or doubtful in a value that is about to be sent.
public struct ValidationFinding: Hashable, Sendable, CustomStringConvertible {
    /// The property, such as `invitedUserEmailAddress` or `invitedUserMessageInfo.ccRecipients[0]`.
    public let field: String
    /// What is wrong with it, in a sentence that does not repeat the value.
    public let rule: String
    /// What to do about it, in a sentence.
    public let remedy: String

    /// A finding on one property.
    public init(field: String, rule: String, remedy: String) {
        self.field = field
        self.rule = rule
        self.remedy = remedy
    }

    /// Property, rule and remedy in one line.
    public var description: String { "\(field): \(rule) \(remedy)" }
}

extension ValidationFinding {
    /// The finding on what should be the object id of a user or group; none where it can be one.
    static func objectID(_ id: String, in field: String) -> [ValidationFinding] {
        guard !id.isObjectID else { return [] }
        return [
            ValidationFinding(
                field: field,
                rule: id.isEmpty ? "is empty." : "is not an object id.",
                remedy: "Give the object id, not a name, an address or a user principal name."
            )
        ]
    }
}
