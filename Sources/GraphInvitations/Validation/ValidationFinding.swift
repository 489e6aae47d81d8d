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
