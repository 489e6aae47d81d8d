#if URLSession
import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// The samples of the article "Testing your code", compiled and run.
///
/// `SampleTests` checks that they are the same.
@Suite struct TestingSamples {
    /// The code that is tested in them.
    struct Portal {
        let graph: GraphClient

        func welcome(_ address: String) async throws(GraphError) -> String? {
            try await graph.invitations.create(invitation(address)).invitedUser?.id
        }

        func mail(_ address: String) async throws(GraphError) {
            var invitation = invitation(address)
            invitation.sendInvitationMessage = true
            _ = try await graph.invitations.create(invitation)
        }

        private func invitation(_ address: String) -> NewInvitation {
            NewInvitation(invitedUserEmailAddress: address, inviteRedirectURL: "https://myapp.contoso.com")
        }
    }

    @Test func theGuestIsInvited() async throws {
        let replay = ReplayTransport(.createInvitation)
        let portal = Portal(graph: GraphClient(credential: StaticTokenCredential("token"), transport: replay))
        #expect(try await portal.welcome("admin@fabrikam.com") == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        try await replay.verify()
    }

    @Test func aBusyServiceIsWaitedFor() async throws {
        let clock = ManualClock(skipsWaits: true)
        let replay = ReplayTransport(.throttled, .createInvitation, clock: clock)
        let portal = Portal(
            graph: GraphClient(
                credential: StaticTokenCredential("token"),
                transport: replay,
                configuration: GraphClient.Configuration(clock: clock)
            )
        )
        _ = try await portal.welcome("admin@fabrikam.com")
        #expect(await clock.waits == [.milliseconds(2128)])
    }

    @Test func aLostConnectionIsNoReasonToMailTwice() async throws {
        let faults = FaultTransport(
            ReplayTransport(),
            script: [.connectionRefused, .connectionLost(afterDelivery: false)]
        )
        let portal = Portal(
            graph: GraphClient(
                credential: StaticTokenCredential("token"),
                transport: faults,
                configuration: GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
            )
        )
        let error = await #expect(throws: GraphError.self) { try await portal.mail("admin@fabrikam.com") }
        #expect(error?.code == .outcomeUnknown)
        #expect(await faults.requests.count == 2)
    }

    static func overview() async throws {
        let replay = ReplayTransport(.createInvitation)
        let graph = GraphClient(credential: StaticTokenCredential("token"), transport: replay)
        let invitation = try await graph.invitations.create(
            NewInvitation(
                invitedUserEmailAddress: "admin@fabrikam.com",
                inviteRedirectURL: "https://myapp.contoso.com"
            )
        )
        try await replay.verify()
        _ = invitation
    }

    static func playFolder(_ folder: URL) throws {
        let replay = ReplayTransport(try Fixture.all(in: folder), order: .recorded)
        _ = replay
    }

    static func record(
        _ credential: some TokenCredential,
        _ address: String,
        _ clientSecret: Secret,
        _ file: URL
    ) async throws {
        let recorder = RecordingTransport(URLSessionTransport())
        let portal = Portal(graph: GraphClient(credential: credential, transport: recorder))
        _ = try await portal.welcome(address)
        let redaction = Redaction(placeholders: [address: "admin@fabrikam.com"], secrets: [clientSecret])
        let recording = try await recorder.recording(
            named: "welcome",
            description: "A guest is welcomed.",
            redaction: redaction
        )
        try recording.write(to: file)
        let replay = ReplayTransport(recording.fixture, redaction: redaction)
        _ = replay
    }

    static func readArchive(_ capture: String) throws {
        let archive = try HTTPArchive(contents: capture, name: "capture.har")
        let recording = try Recording(of: archive.exchanges, name: "capture", description: "From the portal.")
        #expect(try Redaction().leaks(in: recording.fixture) == [])
    }

    @Test func theRecordingsAreNotStale() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Fixture.createInvitation.contents.utf8).write(to: folder.appending(path: "create.json"))
        for fixture in try Fixture.all(in: folder) {
            let report = try ContractCheck.report(on: fixture)
            #expect(report.severity != .failure, "\(report)")
        }
        try Self.playFolder(folder)
        try Self.readArchive(HTTPArchiveTests.browser)
    }

    @Test func theOverviewDoesWhatItSays() async throws { try await Self.overview() }
}
#endif
