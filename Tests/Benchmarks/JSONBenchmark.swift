import Foundation
import GraphInvitations

/// Our own CPU for a `create` whose transport answers at once, against the same JSON by hand.
struct JSONBenchmark {
    private struct InstantTransport: GraphTransport {
        let response = TransportResponse(
            statusCode: 201,
            headers: ["Content-Type": "application/json"],
            body: Data(Payload.answer.utf8)
        )

        func send(_ request: TransportRequest) async throws -> TransportResponse { response }
    }

    func run() async throws {
        let calls = 20_000
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: InstantTransport(),
            configuration: Payload.configuration
        )
        let answer = Data(Payload.answer.utf8)
        let duel = try await Duel(rounds: 9) {
            try await Cost.measure(calls: calls) {
                for _ in 0..<calls {
                    let invitation = try await graph.invitations.create(Payload.invitation)
                    precondition(invitation.status == .pendingAcceptance)
                }
            }
        } theirs: {
            try await Cost.measure(calls: calls) {
                for _ in 0..<calls {
                    let body = try JSONEncoder()
                        .encode(
                            HandWrittenRequest(
                                invitedUserEmailAddress: Payload.address,
                                inviteRedirectUrl: Payload.redirectURL
                            )
                        )
                    let invitation = try JSONDecoder().decode(HandWrittenInvitation.self, from: answer)
                    precondition(invitation.status == "PendingAcceptance" && !body.isEmpty)
                }
            }
        }
        duel.report("CPU per create, instant transport, against hand-written Codable", bar: 2.0)
    }
}
