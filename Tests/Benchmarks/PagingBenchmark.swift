#if URLSession
import Foundation
import GraphInvitations

/// Reads ever longer lists of users over URLSession from a loopback server: memory must not grow with them.
struct PagingBenchmark {
    func run() async throws {
        let server = try EchoServer()
        defer { server.stop() }
        var configuration = GraphClient.Configuration()
        configuration.throttle = .unlimited
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
            transport: URLSessionTransport(),
            configuration: configuration
        )
        for count in [500, 5_000, 50_000] {
            let start = ContinuousClock.now
            var read = 0
            // The server sends as many as the department says.
            for try await user in graph.users.list(filter: .equals(.department, String(count))) where user.id != nil {
                read += 1
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let rate = (Double(read) / seconds).formatted(.number.precision(.fractionLength(0)).grouping(.never))
            say("paging over \(read) users: \(rate) users a second, peak memory so far \(peakMemory() ?? "unknown")")
        }
    }

    /// The most memory that this process has had, as Linux tells it.
    private func peakMemory() -> String? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        return status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?
            .split(separator: " ").dropFirst().joined(separator: " ")
    }
}
#endif
