#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations
import GraphInvitationsFixtures

/// A place in a fixture's JSON, which can say what is wrong there.
struct FixtureNode {
    let fixture: Fixture
    let pointer: String
    let value: JSONValue

    func error(_ expected: String) -> FixtureFormatError {
        FixtureFormatError(fixture: fixture.name, pointer: pointer, expected: expected)
    }

    /// Refuses members of other names: a misspelt one would silently do nothing.
    func allow(_ names: String...) throws(FixtureFormatError) {
        guard case .object(let members) = value else { throw error("an object") }
        guard let stranger = members.keys.sorted().first(where: { !names.contains($0) }) else { return }
        throw FixtureFormatError(
            fixture: fixture.name,
            pointer: "\(pointer)/\(stranger.pointerToken)",
            expected: "absent: the members there are \(names.joined(separator: ", "))"
        )
    }

    func optional(_ name: String) -> FixtureNode? {
        value[name].map { FixtureNode(fixture: fixture, pointer: "\(pointer)/\(name)", value: $0) }
    }

    func member(_ name: String, suchAs example: String? = nil) throws(FixtureFormatError) -> FixtureNode {
        guard let node = optional(name) else {
            let expected = "present" + (example.map { ", such as \($0)" } ?? "")
            throw FixtureFormatError(fixture: fixture.name, pointer: "\(pointer)/\(name)", expected: expected)
        }
        return node
    }

    func elements() throws(FixtureFormatError) -> [FixtureNode] {
        guard case .array(let list) = value else { throw error("a list") }
        return list.enumerated().map { FixtureNode(fixture: fixture, pointer: "\(pointer)/\($0)", value: $1) }
    }

    func string() throws(FixtureFormatError) -> String {
        guard let text = value.stringValue else { throw error("a string") }
        return text
    }

    func bool() throws(FixtureFormatError) -> Bool {
        guard case .bool(let flag) = value else { throw error("true or false") }
        return flag
    }

    func positiveInteger() throws(FixtureFormatError) -> Int {
        guard case .integer(let number) = value, number > 0 else { throw error("a whole number from 1") }
        return Int(number)
    }

    func word<Word: RawRepresentable & CaseIterable>() throws(FixtureFormatError) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try string()) else {
            throw error("one of " + Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
        }
        return word
    }

    /// The text of a string, or of the file that `"@name"` refers to; `"@@"` begins a text with `@`.
    func text() throws(FixtureFormatError) -> String {
        let text = try string()
        guard text.hasPrefix("@") else { return text }
        guard !text.hasPrefix("@@") else { return String(text.dropFirst()) }
        guard let file = fixture.files[String(text.dropFirst())] else {
            throw error(
                #"the name of a text file beside the fixture, where \#(text.dropFirst()) is none, or "@@" before a text "#
                    + #"that begins with "@""#
            )
        }
        return file
    }

    /// A list of `{"name": …, "value": …}`.
    func fields() throws(FixtureFormatError) -> HTTPFields {
        var fields = HTTPFields()
        for element in try elements() {
            try element.allow("name", "value")
            fields.append(try element.member("value").string(), named: try element.member("name").string())
        }
        return fields
    }
}

extension FixtureNode {
    /// The whole of a fixture.
    init(_ fixture: Fixture) throws(FixtureFormatError) {
        guard let json = JSONValue(parsing: Data(fixture.contents.utf8)) else {
            throw FixtureFormatError(fixture: fixture.name, pointer: "", expected: Self.validJSON)
        }
        self.init(fixture: fixture, pointer: "", value: json)
    }

    private static let validJSON =
        "valid JSON: look for a comment, or for a comma, a quote or a brace that is missing or too many"
}

extension String {
    /// The text as a fixture writes it, so that ``FixtureNode/text()`` does not take it for the name of a file.
    var escapedForFixture: String { hasPrefix("@") ? "@" + self : self }
}
