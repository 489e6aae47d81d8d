import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// The tool, with everything outside it passed in.
struct Tool {
    let environment: [String: String]
    /// What reaches Microsoft Graph; nil in a build without one.
    let liveTransport: (any GraphTransport)?
    /// How calls are made; the tool adds that waits are told.
    var configuration = GraphClient.Configuration()
    let output: @Sendable (String) -> Void
    let errorOutput: @Sendable (String) -> Void

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
        for warning in command.warnings {
            errorOutput("warning: \(Option.name(forField: warning.field)): \(warning.rule) \(warning.remedy)")
        }
        let printer = Printer(
            printsJSON: arguments.has(.json),
            showsRedeemURL: arguments.has(.showRedeemURL),
            output: output
        )
        let problems = request.problems(in: cloud)
        guard problems.isEmpty else {
            report(problems)
            return .usage
        }
        guard !arguments.has(.dryRun) else {
            printer.printDryRun(request.transportRequest(for: cloud))
            return .success
        }
        let client = try client(for: cloud, isLive: arguments.has(.live))
        printer.printRequest(request.transportRequest(for: cloud))
        let invitation = try await answer(to: request, from: client, arguments.has(.showRedeemURL))
        printer.printAnswer(invitation)
        if arguments.has(.json), !arguments.has(.showRedeemURL), invitation.inviteRedeemURL != nil {
            errorOutput("The redeem URL is a secret and cannot be fetched later: --show-redeem-url prints it.")
        }
        guard invitation.status != .error else {
            errorOutput("invite-guest: Graph answered with success, and with the status Error: the invitation failed.")
            return .refused
        }
        return .success
    }

    /// The answer; one that cannot be read is printed as it came where the redeem URL in it may be shown.
    private func answer(
        to request: GraphRequest<Invitation>,
        from client: GraphClient,
        _ showsRedeemURL: Bool
    ) async throws(GraphError) -> Invitation {
        do {
            return try await client.send(request)
        } catch {
            if error.code == .malformedResponse, !error.isSignInFailure, let body = error.response?.body {
                errorOutput("Graph answered with success, so the guest was probably invited.")
                if showsRedeemURL {
                    output(String(decoding: body, as: UTF8.self))
                } else {
                    errorOutput(
                        "The answer cannot be read and may hold the redeem URL: --show-redeem-url would print it."
                    )
                }
            }
            throw error
        }
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
            throw UsageError("--live needs, in the environment, \(missing.joined(separator: ", ")).")
        }
        let credential = ClientSecretCredential(tenantID: values[0], clientID: values[1], clientSecret: values[2])
        var configuration = configuration
        configuration.onEvent = { [errorOutput] event in
            guard case .wait(let wait) = event.kind else { return }
            errorOutput("invite-guest: \(event.operation), attempt \(event.attempt): waiting \(wait)")
        }
        return GraphClient(
            credential: credential,
            cloud: cloud,
            transport: liveTransport,
            configuration: configuration
        )
    }

    private func report(_ error: GraphError) -> ExitCode {
        if let error = error.underlyingError as? TransportError, error.code == .noRecordedAnswer {
            errorOutput("invite-guest: \(error.message)")
            errorOutput(
                "--help lists the requests with a recorded answer. --dry-run prints any request, --live sends it."
            )
        } else if error.problems.isEmpty {
            errorOutput("invite-guest: \(error)")
        } else {
            report(error.problems)
        }
        return ExitCode(error)
    }

    private func report(_ problems: [ValidationFinding]) {
        for problem in problems {
            errorOutput("invite-guest: \(Option.name(forField: problem.field)): \(problem.rule) \(problem.remedy)")
        }
    }

    /// The answers to play; the help names their requests.
    private static let recordings: [Fixture] = [.createInvitation, .createInvitationMember, .resetRedemption]
}
