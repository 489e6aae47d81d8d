#if URLSession
import Foundation
import GraphInvitations
import GraphInvitationsMocks
import LoopbackServer
import Testing

@Suite struct ChaosTests {
    private typealias Outcome = Result<Invitation, GraphError>

    @Test func `a thousand invitations over a bad network are all accounted for, and nobody is mailed twice`()
        async throws
    {
        let service = UnreliableGraph()
        let server = try LoopbackServer(keepsRequests: false, handler: service.reply)
        defer { server.stop() }
        let outcomes = await outcomes(of: 1_000, at: server)
        for (number, outcome) in outcomes { check(outcome, number, service) }
        #expect(outcomes.count == 1_000)
        #expect(outcomes.values.count { if case .success = $0 { true } else { false } } > 250)
        for fault in UnreliableGraph.Fault.allCases { #expect(service.faults[fault] ?? 0 > 10, "\(fault)") }
    }

    private func address(_ number: Int) -> String { "guest\(number)@fabrikam.com" }
    private func isMailed(_ number: Int) -> Bool { number.isMultiple(of: 2) }

    /// Holds what the client says of an invitation against what the service did.
    private func check(_ outcome: Outcome, _ number: Int, _ service: UnreliableGraph) {
        let times = service.invitations(of: address(number))
        if isMailed(number) { #expect(times <= 1, "\(address(number)) was mailed \(times) times.") }
        switch outcome {
        case .success(let invitation):
            #expect(invitation.invitedUserEmailAddress == address(number))
            #expect(times >= 1)
        case .failure(let error) where error.code == .malformedResponse:
            #expect(times >= 1)
            #expect(error.invitationInDoubt?.invitedUserEmailAddress == address(number))
            #expect(error.statusCode == 201)
            #expect(error.response?.body.isEmpty == false)
        case .failure(let error):
            #expect(error.code != .cancelled && error.code != .invalidRequest)
            // What the client does not call doubtful has not happened.
            #expect((error.invitationInDoubt != nil) || times == 0, "\(error)")
            if isMailed(number) { #expect((error.code == .outcomeUnknown) == (error.invitationInDoubt != nil)) }
        }
    }

    private func outcomes(of count: Int, at server: LoopbackServer) async -> [Int: Outcome] {
        var configuration = GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        // The clock is that of all calls, and every wait moves it.
        configuration.retry = RetryPolicy(maximumAttempts: 6, totalTime: .seconds(1_000_000))
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s"),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
            // On Linux a connection that is reset in use is noticed at the timeout only.
            transport: URLSessionTransport(timeout: .seconds(1)),
            configuration: configuration
        )
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes: [Int: Outcome] = [:]
            for number in 0..<count {
                if number >= 16, let (number, outcome) = await group.next() { outcomes[number] = outcome }
                group.addTask { (number, await outcome(of: number, by: graph)) }
            }
            for await (number, outcome) in group { outcomes[number] = outcome }
            return outcomes
        }
    }

    private func outcome(of number: Int, by graph: GraphClient) async -> Outcome {
        var invitation = NewInvitation(
            invitedUserEmailAddress: address(number),
            inviteRedirectURL: "https://myapp.contoso.com"
        )
        invitation.sendInvitationMessage = isMailed(number)
        do throws(GraphError) {
            return .success(try await graph.invitations.create(invitation))
        } catch {
            return .failure(error)
        }
    }
}
#endif
