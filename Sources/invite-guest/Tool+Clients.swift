import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

extension Tool {
    /// The cloud that the command line names.
    func cloud(_ arguments: Arguments) throws(UsageError) -> GraphCloud {
        guard let name = arguments[.cloud] else { return .global }
        guard let cloud = GraphCloud.named.first(where: { $0.name == name }) else {
            let names = GraphCloud.named.map(\.name).joined(separator: ", ")
            throw UsageError("There is no cloud of that name. --cloud takes one of \(names).")
        }
        return cloud
    }

    /// Does something with the client that the command line asks for: live, recorded on the way where a file is named, or
    /// playing.
    ///
    /// - Parameters:
    ///   - cloud: Where the requests go.
    ///   - arguments: The command line.
    ///   - file: Where to record.
    ///   - values: What is somebody's own in the command, each with what is to stand for it in a recording.
    ///   - body: What to do.
    /// - Returns: What it returns.
    /// - Throws: `UsageError`, and what it throws.
    func withClient(
        for cloud: GraphCloud,
        _ arguments: Arguments,
        recordingTo file: String?,
        _ values: [(value: String?, placeholder: String)],
        _ body: (GraphClient) async throws -> ExitCode
    ) async throws -> ExitCode {
        let placeholders = try arguments.placeholders()
        guard file != nil || arguments.has(.live) else {
            return try await body(replayClient(for: cloud, arguments, Redaction(values, nil, placeholders)))
        }
        guard let liveTransport else { throw UsageError("This build has no transport: the trait URLSession is off.") }
        let app = try App(environment)
        guard let file else { return try await body(client(for: cloud, app, liveTransport)) }
        return try await recording(liveTransport, to: file, Redaction(values, app, placeholders)) { recorder in
            try await body(client(for: cloud, app, recorder))
        }
    }

    /// A client that plays files, or where none is named what the help lists.
    private func replayClient(
        for cloud: GraphCloud,
        _ arguments: Arguments,
        _ redaction: Redaction
    ) throws -> GraphClient {
        errorOutput("Offline: the answer is a recorded one, and nothing is sent. --live calls Microsoft Graph.")
        let credential = StaticTokenCredential("offline")
        let paths = arguments.all(.replay)
        guard !paths.isEmpty else {
            return GraphClient(credential: credential, cloud: cloud, transport: ReplayTransport(Self.recordings))
        }
        var fixtures: [Fixture] = []
        for path in paths {
            let files = TrafficFile.paths(at: path)
            guard !files.isEmpty else { throw UsageError("\(path) is a folder without fixtures (*.json).") }
            for file in files { fixtures.append(try TrafficFile(file).fixture()) }
        }
        // What a recording has placeholders for is given here as it was given when it was made.
        let replay = ReplayTransport(fixtures, redaction: redaction)
        return GraphClient(credential: credential, cloud: cloud, transport: replay, configuration: configuration)
    }

    /// A client that signs in, and says why it waits.
    private func client(for cloud: GraphCloud, _ app: App, _ transport: some GraphTransport) -> GraphClient {
        let credential = ClientSecretCredential(
            tenantID: app.tenantID,
            clientID: app.clientID,
            clientSecret: app.clientSecret.reveal()
        )
        var configuration = configuration
        configuration.onEvent = { [errorOutput] event in
            guard case .wait(let wait) = event.kind else { return }
            errorOutput("invite-guest: \(event.operation), attempt \(event.attempt): waiting \(wait)")
        }
        return GraphClient(credential: credential, cloud: cloud, transport: transport, configuration: configuration)
    }

    /// The answers to play; the help names their requests.
    private static let recordings: [Fixture] = [
        .createInvitation, .createInvitationMember, .resetRedemption, .getGuest, .listGuests, .listPendingGuests,
        .deleteUser,
        .listDeletedUsers, .restoreUser, .listSponsors, .addSponsor, .removeSponsor,
    ]
}
