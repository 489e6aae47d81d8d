import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// The tool, with everything outside it passed in.
struct Tool {
    let environment: [String: String]
    /// What reaches Microsoft Graph; nil in a build without one.
    let liveTransport: (any GraphTransport)?
    let output: (String) -> Void
    let errorOutput: (String) -> Void

    /// Runs one command line.
    func run(_ commandLine: [String]) async -> ExitCode {
        do {
            let arguments = try Arguments(commandLine)
            guard !arguments.has(.help) else {
                output(Help.text)
                return .success
            }
            return try await run(try Command(arguments), arguments)
        } catch let error as UsageError {
            errorOutput("invite-guest: \(error.message)")
            return .usage
        } catch let error as GraphError {
            return report(error)
        } catch {
            errorOutput("invite-guest: \(error)")
            return .unreachable
        }
    }

    private func run(_ command: Command, _ arguments: Arguments) async throws -> ExitCode {
        let cloud = try cloud(arguments)
        let request = try command.request()
        for warning in command.warnings { errorOutput("warning: \(warning)") }
        let printer = Printer(
            printsJSON: arguments.has(.json),
            showsRedeemURL: arguments.has(.showRedeemURL),
            output: output
        )
        guard !arguments.has(.dryRun) else {
            printer.printDryRun(request.transportRequest(for: cloud))
            return .success
        }
        let client = try client(for: cloud, isLive: arguments.has(.live))
        printer.printRequest(request.transportRequest(for: cloud))
        printer.printAnswer(try await client.send(request))
        return .success
    }

    private func cloud(_ arguments: Arguments) throws(UsageError) -> GraphCloud {
        guard let name = arguments[.cloud] else { return .global }
        guard let cloud = GraphCloud.named.first(where: { $0.name == name }) else {
            let names = GraphCloud.named.map(\.name).joined(separator: ", ")
            throw UsageError("There is no cloud of that name. --cloud takes one of \(names).")
        }
        return cloud
    }

    private func client(for cloud: GraphCloud, isLive: Bool) throws(UsageError) -> GraphClient {
        guard isLive else {
            errorOutput("Offline: the answer is a recorded one, and nothing is sent. --live calls Microsoft Graph.")
            let replay = ReplayTransport(Self.recordings)
            return GraphClient(credential: StaticTokenCredential("offline"), cloud: cloud, transport: replay)
        }
        guard let liveTransport else { throw UsageError("This build has no transport: the trait URLSession is off.") }
        let names = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]
        let values = names.map { environment[$0] ?? "" }
        let missing = zip(names, values).filter(\.1.isEmpty).map(\.0)
        guard missing.isEmpty else {
            throw UsageError("--live needs the environment variables \(missing.joined(separator: ", ")).")
        }
        let credential = ClientSecretCredential(tenantID: values[0], clientID: values[1], clientSecret: values[2])
        return GraphClient(credential: credential, cloud: cloud, transport: liveTransport)
    }

    private func report(_ error: GraphError) -> ExitCode {
        if let error = error.underlyingError as? TransportError, error.code == .noRecordedAnswer {
            errorOutput("invite-guest: \(error.message)")
            errorOutput("Only some requests have a recorded answer. --dry-run prints any request, --live sends it.")
        } else if error.problems.isEmpty {
            errorOutput("invite-guest: \(error)")
        } else {
            for problem in error.problems { errorOutput("invite-guest: \(problem)") }
        }
        return ExitCode(error)
    }

    /// The answers to play: those of the documented requests, and those that show each option.
    private static let recordings: [Fixture] = [
        .createInvitation, .createInvitationWithMessage, .createInvitationEverything, .createInvitationMember,
        .resetRedemption, .resetRedemptionWithMessage,
    ]
}
