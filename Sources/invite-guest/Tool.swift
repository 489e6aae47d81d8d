import GraphInvitations
import GraphInvitationsMocks

/// The tool, with everything outside it passed in.
struct Tool {
    let environment: [String: String]
    /// What reaches Microsoft Graph; nil in a build without one.
    let liveTransport: (any GraphTransport)?
    /// How calls are made; the tool adds that waits are told.
    var configuration = GraphClient.Configuration()
    /// A line that somebody types; nil where nobody is there.
    var input: @Sendable () -> String? = { nil }
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
            return switch try Command(arguments) {
            case .invitation(let command, let file): try await run(command, arguments, recordingTo: file)
            case .users(let command, let file): try await run(command, arguments, recordingTo: file)
            case .files(let command): try run(command)
            }
        } catch let error as UsageError {
            errorOutput("invite-guest: \(error.message)")
            return .usage
        } catch let error as GraphError {
            return report(error, isReplay: commandLine.contains { $0.hasPrefix(Option.replay.rawValue) })
        } catch {
            errorOutput("invite-guest: \(error)")
            return error is FixtureFormatError || error is RecordingError ? .usage : .unreachable
        }
    }

    private func report(_ error: GraphError, isReplay: Bool) -> ExitCode {
        if error.code == .noRecordedAnswer, let cause = error.underlyingError as? TransportError {
            if !isReplay {
                errorOutput(
                    "--help lists the requests with a recorded answer. --dry-run prints any request, --live sends it."
                )
            }
            errorOutput("invite-guest: \(cause.message)")
        } else if error.problems.isEmpty {
            errorOutput("invite-guest: \(error)")
        } else {
            report(error.problems)
        }
        return ExitCode(error)
    }

    /// Says what is wrong with the input, by the names that an administrator gave it.
    func report(_ problems: [ValidationFinding]) {
        for problem in problems {
            errorOutput("invite-guest: \(Option.name(forField: problem.field)): \(problem.rule) \(problem.remedy)")
        }
    }
}
