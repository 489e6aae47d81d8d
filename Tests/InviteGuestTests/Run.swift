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
    transport: (any GraphTransport)? = nil
) async -> Run {
    await run(arguments, environment: environment, transport: transport)
}

/// Runs the tool.
func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    transport: (any GraphTransport)? = nil
) async -> Run {
    let (output, errors) = (Lines(), Lines())
    let tool = Tool(
        environment: environment,
        liveTransport: transport,
        output: { output.lines.append($0) },
        errorOutput: { errors.lines.append($0) }
    )
    return Run(code: await tool.run(arguments), output: output.text, errors: errors.text)
}

private final class Lines {
    var lines: [String] = []
    var text: String { lines.joined(separator: "\n") }
}
