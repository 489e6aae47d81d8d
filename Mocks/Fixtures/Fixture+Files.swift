import GraphInvitations
public import GraphInvitationsFixtures

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Fixture {
    /// A fixture of your own, with the text files that it refers to by `"@name"`, which must lie beside it.
    ///
    /// - Parameter file: The fixture; messages call it by its last component.
    /// - Throws: ``FixtureFormatError`` for a file that cannot be read. What is in it is checked when it is played.
    public init(contentsOf file: URL) throws(FixtureFormatError) {
        let contents = try Self.text(of: file)
        var files: [String: String] = [:]
        for match in contents.matches(of: /"@([^@"\/\\][^"\/\\]*)"/) {
            let name = String(match.output.1)
            // A name that is no file's is refused where it is used, with the place.
            files[name] = try? Self.text(of: file.deletingLastPathComponent().appending(path: name))
        }
        self.init(name: file.lastPathComponent, contents: contents, files: files)
    }

    /// The fixtures of a folder: its files with the extension `json`, in the order of their names.
    ///
    /// - Parameter folder: The folder; those in it are not searched.
    /// - Returns: The fixtures, at least one.
    /// - Throws: ``FixtureFormatError`` for a folder or a file that cannot be read, or a folder without fixtures.
    public static func all(in folder: URL) throws(FixtureFormatError) -> [Fixture] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? [])
            .filter { $0.hasSuffix(".json") }.sorted()
        guard !names.isEmpty else {
            throw FixtureFormatError(
                fixture: folder.path(percentEncoded: false),
                pointer: "",
                expected: "a folder that can be read, with fixtures (*.json) in it"
            )
        }
        var fixtures: [Fixture] = []
        for name in names { fixtures.append(try Fixture(contentsOf: folder.appending(path: name))) }
        return fixtures
    }

    /// The fixture with the files that it refers to written into it, so that it is one file.
    ///
    /// - Returns: The fixture, as it was where it refers to none.
    /// - Throws: ``FixtureFormatError`` for a malformed fixture.
    public func inlined() throws(FixtureFormatError) -> Fixture {
        guard !files.isEmpty, case .object(var document) = try FixtureNode(self).value else { return self }
        var mocks: [JSONValue] = []
        for exchange in try FixtureNode(self).member("mocks").elements() {
            guard case .object(var members) = exchange.value else { throw exchange.error("an object") }
            for part in ["request", "response"] {
                guard let node = exchange.optional(part), case .object(var message) = node.value,
                    let body = node.optional("body"), body.value.stringValue?.hasPrefix("@") == true
                else { continue }
                message["body"] = .string(try body.text().escapedForFixture)
                members[part] = .object(message)
            }
            mocks.append(.object(members))
        }
        document["mocks"] = .array(mocks)
        return Fixture(name: name, contents: JSONValue.object(document).document)
    }

    private static func text(of file: URL) throws(FixtureFormatError) -> String {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw FixtureFormatError(
                fixture: file.path(percentEncoded: false),
                pointer: "",
                expected: "there, readable, and a text in UTF-8"
            )
        }
        return text
    }
}
