import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// A file of recorded traffic, told apart by what is in it.
enum TrafficFile {
    case fixture(Fixture)
    case archive(HTTPArchive, name: String)

    /// The files that a path stands for: itself, or the fixtures of a folder.
    static func paths(at path: String) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
        return names.filter { $0.hasSuffix(".json") }.sorted().map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
    }

    /// Reads a file.
    init(_ path: String) throws(FixtureFormatError) {
        try self.init(try Fixture(contentsOf: URL(filePath: path)))
    }

    /// Tells apart a fixture, a mocks file of Dev Proxy and an HTTP archive.
    private init(_ fixture: Fixture) throws(FixtureFormatError) {
        let members = try? JSONDecoder().decode(Members.self, from: Data(fixture.contents.utf8))
        if members?.log != nil {
            self = .archive(try HTTPArchive(contents: fixture.contents, name: fixture.name), name: fixture.name)
        } else if members?.mocks != nil, members?.source == nil, members?.description == nil {
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
        let description: JSONValue?
    }

    /// The file as a fixture to play.
    func fixture() throws(UsageError) -> Fixture {
        switch self {
        case .fixture(let fixture): return fixture
        case .archive(_, let name):
            throw UsageError("\(name) is an archive: make a fixture of it first, with invite-guest convert.")
        }
    }

    /// In what its answers differ from what is expected.
    func report() throws(FixtureFormatError) -> ContractReport {
        switch self {
        case .fixture(let fixture): try ContractCheck.report(on: fixture)
        case .archive(let archive, _): ContractCheck.report(on: archive.exchanges)
        }
    }
}
