import Foundation
import GraphInvitations
import GraphInvitationsMocks

@testable import invite_guest

/// What one run of the tool said.
struct Run {
    let code: ExitCode
    let output: String
    let errors: String
}

/// The environment of a live run; the secret must not be seen anywhere.
let azure = [
    "AZURE_TENANT_ID": "contoso.onmicrosoft.com", "AZURE_CLIENT_ID": "00001111-aaaa-2222-bbbb-3333cccc4444",
    "AZURE_CLIENT_SECRET": "PLANTED",
]

/// Runs the tool.
func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    transport: (any GraphTransport)? = nil,
    retry: RetryPolicy = .none
) async -> Run {
    await run(arguments, environment: environment, transport: transport, retry: retry)
}

/// Runs the tool; somebody types the input, and time passes at once.
func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    transport: (any GraphTransport)? = nil,
    retry: RetryPolicy = .none,
    input: [String] = []
) async -> Run {
    let (typed, output, errors) = (Lines(input), Lines(), Lines())
    var configuration = GraphClient.Configuration()
    configuration.retry = retry
    configuration.random = { 0 }
    configuration.clock = ManualClock(skipsWaits: true)
    let tool = Tool(
        environment: environment,
        liveTransport: transport,
        configuration: configuration,
        input: { typed.removeFirst() },
        output: { output.append($0) },
        errorOutput: { errors.append($0) }
    )
    return Run(code: await tool.run(arguments), output: output.text, errors: errors.text)
}

/// Collects what is said, from whatever thread.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String]

    init(_ lines: [String] = []) { self.lines = lines }

    var text: String { lock.withLock { lines.joined(separator: "\n") } }

    func removeFirst() -> String? { lock.withLock { lines.isEmpty ? nil : lines.removeFirst() } }

    func append(_ line: String) { lock.withLock { lines.append(line) } }
}
