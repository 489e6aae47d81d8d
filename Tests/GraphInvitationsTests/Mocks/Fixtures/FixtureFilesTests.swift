import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct FixtureFilesTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "\(UUID().uuidString) with blanks & ümlauts"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private static let page = #"""
        {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
        {"request":{"method":"POST","url":"https://graph.microsoft.com/x","body":"@ask.txt"},
         "response":{"body":"@page.html"}}]}
        """#

    @Test func `a folder's fixtures are read in the order of their names, with the files that they refer to`() throws {
        try inFolder { folder in
            for (name, text) in [
                ("b.json", Self.page), ("a.json", Fixture.createInvitation.contents), ("page.html", "<html></html>"),
                ("ask.txt", "@question"), ("other.txt", "x"),
            ] {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            let fixtures = try Fixture.all(in: folder)
            #expect(fixtures.map(\.name) == ["a.json", "b.json"])
            #expect(fixtures.last?.files == ["page.html": "<html></html>", "ask.txt": "@question"])
            let inlined = try #require(fixtures.last).inlined()
            #expect(inlined.files == [:])
            let mock = try json(inlined.contents)["mocks"]?.elements.first
            #expect(mock?["request"]?["body"] == "@@question")
            #expect(mock?["response"]?["body"] == "<html></html>")
            #expect(
                try Scenario(inlined)
                    == Scenario(Fixture(name: "b.json", contents: Self.page, files: fixtures[1].files))
            )
        }
    }

    @Test func `an error names the file as it is`() throws {
        try inFolder { folder in
            let path = folder.path(percentEncoded: false)
            let empty = #expect(throws: FixtureFormatError.self) { try Fixture.all(in: folder) }
            #expect(empty?.fixture == path)
            try Data([0xFF]).write(to: folder.appending(path: "x.json"))
            let unreadable = #expect(throws: FixtureFormatError.self) { try Fixture.all(in: folder) }
            #expect(unreadable?.fixture == path + "/x.json")
        }
    }
}
