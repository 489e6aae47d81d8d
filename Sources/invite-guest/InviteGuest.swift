import Foundation
import GraphInvitations

/// Runs the tool with what the process has.
@main
struct InviteGuest {
    static func main() async {
        let tool = Tool(
            environment: ProcessInfo.processInfo.environment,
            liveTransport: liveTransport,
            input: { readLine() },
            // At once, so that a log keeps the order of output and errors.
            output: { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) },
            errorOutput: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
        )
        exit(await tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static var liveTransport: (any GraphTransport)? {
        #if URLSession
        URLSessionTransport()
        #else
        nil
        #endif
    }
}
