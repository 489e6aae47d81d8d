#if URLSession
import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test func `is short, and begins with the two commands`() throws {
        let readme = try Self.text("README.md")
        #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
        let commands = readme.split(separator: "\n").filter { $0.hasPrefix("swift ") }
        #expect(commands.count == 2)
        #expect(commands.first?.hasPrefix("swift run invite-guest admin@fabrikam.com ") == true)
        #expect(commands.last == "swift test")
    }

    @Test func `the offline sample passes`() async throws { try await ReadmeSamples.testOffline() }

    @Test func `the samples do what they say`() async throws {
        let stub = DirectoryStub()
        let graph = Samples.client(stub, credential: StaticTokenCredential(Samples.token(#"{"tid":"t"}"#)))
        try await ReadmeSamples.lookAfterGuests(graph)
        #expect(await stub.invitations.first?["inviteRedirectUrl"] == "https://myapps.microsoft.com/?tenantid=t")
        #expect(await stub.guest["givenName"] == "Fabrikam")
        #expect(await stub.addresses.contains("adele@contoso.example"))
        try await ReadmeSamples.handleErrors(graph, Samples.invitation)
    }
}
#endif
