#if URLSession
import Foundation
import GraphInvitations

/// Invitations a second and CPU, against Microsoft's Python SDK on the same server in the same run.
///
/// It needs a Python that has the package `msgraph-sdk`, named by the environment variable `PYTHON`.
struct PythonBenchmark {
    func run() async throws {
        let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
        let script = Command.package + "Tests/Benchmarks/msgraph_create.py"
        let server = try EchoServer()
        defer { server.stop() }
        for tasks in [1, 8] {
            let graph = GraphClient(
                credential: StaticTokenCredential("token"),
                cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
                transport: URLSessionTransport(),
                configuration: Payload.configuration
            )
            let duel = try await Duel(rounds: 5) {
                try await Cost.measure(calls: 1_500) {
                    try await inParallel(tasks, 1_500) { _ = try await graph.invitations.create(Payload.invitation) }
                }
            } theirs: {
                let figures = try Command.run(python, script, server.url, String(tasks), "400")
                    .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
                guard figures.count == 2 else {
                    throw Command.Failure(command: [python], output: "two figures expected")
                }
                return Cost(cpu: figures[0], rate: figures[1])
            }
            let rate = Spread(zip(duel.ours, duel.theirs).map { $0.rate / $1.rate })
            let cpu = Spread(zip(duel.ours, duel.theirs).map { $0.cpu / $1.cpu })
            say("Python SDK, \(tasks) in flight: \(Spread(duel.theirs.map(\.rate)).formatted(0)) a second,")
            say(
                "  \(Spread(duel.theirs.map(\.cpu)).formatted(0)) µs of CPU; ours \(Spread(duel.ours.map(\.rate)).formatted(0))"
            )
            say("  a second, \(Spread(duel.ours.map(\.cpu)).formatted(0)) µs of CPU")
            say("  rate ratio \(rate.formatted(1)), bar 10: \(rate.median >= 10 ? "met" : "MISSED")")
            say("  CPU ratio \(cpu.formatted(3)), bar 0.1: \(cpu.median <= 0.1 ? "met" : "MISSED")")
        }
    }
}
#endif
