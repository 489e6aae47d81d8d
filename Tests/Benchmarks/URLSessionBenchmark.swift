#if URLSession
import Foundation
import GraphInvitations
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// CPU for a `create` over URLSession, against a URLSession loop by hand, on the same loopback server.
struct URLSessionBenchmark {
    func run() async throws {
        let server = try EchoServer()
        defer { server.stop() }
        for tasks in [1, 8] {
            let calls = 2_000
            let graph = GraphClient(
                credential: StaticTokenCredential("token"),
                cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
                transport: URLSessionTransport(),
                configuration: Payload.configuration
            )
            let session = URLSession(configuration: .default)
            let duel = try await Duel(rounds: 15) {
                try await Cost.measure(calls: calls) {
                    try await inParallel(tasks, calls) {
                        let invitation = try await graph.invitations.create(Payload.invitation)
                        precondition(invitation.status == .pendingAcceptance)
                    }
                }
            } theirs: {
                try await Cost.measure(calls: calls) {
                    try await inParallel(tasks, calls) {
                        let isRight = try await createByHand(
                            session,
                            server.url,
                            Payload.address,
                            Payload.redirectURL
                        )
                        precondition(isRight)
                    }
                }
            }
            let rates = (Spread(duel.ours.map(\.rate)), Spread(duel.theirs.map(\.rate)))
            say("\(tasks) in flight: ours \(rates.0.formatted(0)) a second, theirs \(rates.1.formatted(0)) a second")
            duel.report("CPU per create over URLSession, \(tasks) in flight, against a hand-written loop", bar: 1.1)
        }
    }
}

/// Runs a body so many times, over so many tasks.
func inParallel(_ tasks: Int, _ calls: Int, _ body: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup { group in
        for _ in 0..<tasks {
            group.addTask {
                for _ in 0..<(calls / tasks) { try await body() }
            }
        }
        try await group.waitForAll()
    }
}
#endif
