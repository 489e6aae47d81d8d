import GraphInvitations
public import GraphInvitationsFixtures

extension Redaction {
    /// Something that should not be in a fixture; prints as its rule and its place, never as what is there.
    public struct Leak: Hashable, Sendable, CustomStringConvertible {
        /// The rule that finds it.
        public let rule: Rule
        /// The name of the fixture.
        public let fixture: String
        /// The place in its JSON, as a JSON pointer, or `@` and the name of a file beside it.
        public let pointer: String

        /// Rule and place in one line.
        public var description: String {
            "\(fixture): \(pointer.isEmpty ? "the file" : pointer) holds what the rule \(rule) is about"
        }
    }

    /// Searches a fixture for what a redaction replaces, such as in a test of all that was committed.
    ///
    /// - Parameter fixture: The fixture.
    /// - Returns: What it found: nothing in a fixture that was recorded with this redaction.
    /// - Throws: ``FixtureFormatError`` for a fixture that is no JSON.
    public func leaks(in fixture: Fixture) throws(FixtureFormatError) -> [Leak] {
        let root = try FixtureNode(fixture)
        var redactor = Redactor(self)
        _ = redactor.redacted(root.value, at: "")
        for exchange in try root.optional("mocks")?.elements() ?? [] {
            for part in [exchange.optional("request"), exchange.optional("response")] {
                for field in try part?.optional("headers")?.elements() ?? [] {
                    guard let name = field.optional("name")?.value.stringValue else { continue }
                    redactor.check(fieldName: name, at: field.pointer)
                }
            }
        }
        for (name, text) in fixture.files.sorted(by: { $0.key < $1.key }) {
            _ = redactor.redacted(text, at: "@" + name)
        }
        // Also where no text is, such as in a number.
        for secret in secrets.map({ $0.reveal() }) where !secret.isEmpty && redactor.follows(.markedSecret) {
            if fixture.contents.contains(secret) { redactor.found(.markedSecret, at: "") }
        }
        return redactor.finds.map { Leak(rule: $0.rule, fixture: fixture.name, pointer: $0.pointer) }
    }
}
