import Foundation
import GraphInvitations

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

/// Runs the tool.
func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    transport: (any GraphTransport)? = nil,
    retry: RetryPolicy = .none
) async -> Run {
    let (output, errors) = (Lines(), Lines())
    var configuration = GraphClient.Configuration()
    configuration.retry = retry
    configuration.random = { 0 }
    let tool = Tool(
        environment: environment,
        liveTransport: transport,
        configuration: configuration,
        output: { output.append($0) },
        errorOutput: { errors.append($0) }
    )
    return Run(code: await tool.run(arguments), output: output.text, errors: errors.text)
}

/// Collects what is said, from whatever thread.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    var text: String { lock.withLock { lines.joined(separator: "\n") } }

    func append(_ line: String) { lock.withLock { lines.append(line) } }
}
