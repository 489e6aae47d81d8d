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
            let calls = 1_500
            let graph = GraphClient(
                credential: StaticTokenCredential("token"),
                cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
                transport: URLSessionTransport()
            )
            let session = URLSession(configuration: .default)
            let duel = try await Duel(rounds: 9) {
                try await Cost.measure(calls: calls) {
                    try await inParallel(tasks, calls) {
                        let invitation = try await graph.invitations.create(
                            NewInvitation(
                                invitedUserEmailAddress: Payload.address,
                                inviteRedirectURL: Payload.redirectURL
                            )
                        )
                        precondition(invitation.status == .pendingAcceptance)
                    }
                }
            } theirs: {
                try await Cost.measure(calls: calls) {
                    try await inParallel(tasks, calls) { try await createByHand(session, server.url) }
                }
            }
            let rates = (Spread(duel.ours.map(\.rate)), Spread(duel.theirs.map(\.rate)))
            say("\(tasks) in flight: ours \(rates.0.formatted(0)) a second, theirs \(rates.1.formatted(0)) a second")
            duel.report("CPU per create over URLSession, \(tasks) in flight, against a hand-written loop", bar: 1.1)
        }
    }

    private func createByHand(_ session: URLSession, _ root: String) async throws {
        guard let url = URL(string: root + "/v1.0/invitations") else { return }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("Bearer token", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = try JSONEncoder()
            .encode(
                HandWrittenRequest(invitedUserEmailAddress: Payload.address, inviteRedirectUrl: Payload.redirectURL)
            )
        let (data, response) = try await session.data(for: request)
        let invitation = try JSONDecoder().decode(HandWrittenInvitation.self, from: data)
        precondition((response as? HTTPURLResponse)?.statusCode == 201 && invitation.status == "PendingAcceptance")
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
