import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// A file of recorded traffic, told apart by what is in it.
enum TrafficFile {
    case fixture(Fixture)
    case archive(HTTPArchive, name: String)

    /// Reads a fixture, a mocks file of Dev Proxy or an HTTP archive.
    init(_ path: String) throws(FixtureFormatError) {
        let fixture = try Fixture(contentsOf: URL(filePath: path))
        let members = try? JSONDecoder().decode(Members.self, from: Data(fixture.contents.utf8))
        if members?.log != nil {
            self = .archive(try HTTPArchive(contents: fixture.contents, name: fixture.name), name: fixture.name)
        } else if members?.mocks != nil, members?.source == nil {
            self = .fixture(
                try Fixture(devProxyMocks: fixture.contents, name: fixture.name, files: fixture.files)
            )
        } else {
            self = .fixture(fixture)
        }
    }

    /// What tells the formats apart.
    private struct Members: Decodable {
        let log: JSONValue?
        let mocks: JSONValue?
        let source: JSONValue?
    }

    /// The file as a fixture to play.
    func fixture() throws(UsageError) -> Fixture {
        switch self {
        case .fixture(let fixture): return fixture
        case .archive(_, let name):
            throw UsageError("\(name) is an archive: make a fixture of it first, with invite-guest convert.")
        }
    }
}
