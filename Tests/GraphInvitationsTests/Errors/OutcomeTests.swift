import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct OutcomeTests {
    private func failure(_ error: any Error, mailing: Bool) async throws -> GraphError {
        let transport = FixedTransport(throwing: error)
        let invitation = mailing ? Samples.mailedInvitation : Samples.invitation
        return try #require(
            await #expect(throws: GraphError.self) {
                try await Samples.client(transport).invitations.create(invitation)
            }
        )
    }

    @Test(arguments: [
        (TransportError.Code.connectionRefused, false, GraphError.Code.transport, GraphError.Code.transport),
        (.nameNotResolved, false, .transport, .transport),
        (.secureConnectionFailed, false, .transport, .transport),
        (.connectionLost, true, .transport, .outcomeUnknown),
        (.timedOut, true, .timedOut, .outcomeUnknown),
        (.timedOut, false, .timedOut, .timedOut),
        (.unknown, true, .transport, .outcomeUnknown),
        (.malformedResponse, true, .transport, .outcomeUnknown),
    ])
    func `a call without an answer says what may have come of it`(
        _ code: TransportError.Code,
        _ mayHaveBeenSent: Bool,
        _ plain: GraphError.Code,
        _ mailed: GraphError.Code
    ) async throws {
        let error = TransportError(code, mayHaveBeenSent: mayHaveBeenSent, message: "m")
        let withoutMail = try await failure(error, mailing: false)
        #expect(withoutMail.code == plain)
        #expect(withoutMail.attempts.map(\.outcome) == [.failure(plain, mayHaveBeenSent: mayHaveBeenSent)])
        #expect((withoutMail.underlyingError as? TransportError)?.code == code)
        #expect(try await failure(error, mailing: true).code == mailed)
    }

    @Test func `an error of a transport of one's own counts as possibly sent`() async throws {
        struct Odd: Error {}
        #expect(try await failure(Odd(), mailing: false).code == .transport)
        let mailed = try await failure(Odd(), mailing: true)
        #expect(mailed.code == .outcomeUnknown)
        #expect(mailed.underlyingError is Odd)
    }

    @Test(arguments: [false, true]) func `a cancelled call is cancelled, with mail or without`(_ mailing: Bool)
        async throws
    {
        #expect(try await failure(CancellationError(), mailing: mailing).code == .cancelled)
    }

    @Test func `a task that was cancelled sends nothing, whatever the transport`() async {
        let transport = FixedTransport(201, "{}")
        let call = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await Samples.client(transport).invitations.create(Samples.mailedInvitation)
        }
        call.cancel()
        let error = await #expect(throws: GraphError.self) { try await call.value }
        #expect(error?.code == .cancelled)
        #expect(error?.attempts.isEmpty == true)
        #expect(await transport.requests.isEmpty)
    }

    @Test func `a cancelled call is cancelled, whatever its transport throws`() async {
        struct Odd: Error {}
        struct Waiting: GraphTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                throw Odd()
            }
        }
        let call = Task { try await Samples.client(Waiting()).invitations.create(Samples.mailedInvitation) }
        let error = await #expect(throws: GraphError.self) { try await call.value }
        #expect(error?.code == .cancelled)
    }

    static let gatewayAnswers: [(Int, HTTPFields, GraphError.Code)] = [
        (502, [:], .outcomeUnknown), (504, [:], .outcomeUnknown), (503, [:], .outcomeUnknown),
        (503, ["Retry-After": "5"], .serviceUnavailable), (500, [:], .rejected), (429, [:], .throttled),
    ]

    @Test(arguments: gatewayAnswers)
    func `a gateway's answer to a mailed invitation leaves it open what became of it`(
        _ status: Int,
        _ headers: HTTPFields,
        _ code: GraphError.Code
    ) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(status, "", headers: headers))
                .invitations.create(Samples.mailedInvitation)
        }
        #expect(error?.code == code)
        #expect(error?.statusCode == status)
    }

    @Test func `a recorded gateway timeout and a recorded loss are told apart`() async {
        let timeout = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(.gatewayTimeout)).invitations.create(Samples.mailedInvitation)
        }
        #expect(timeout?.code == .outcomeUnknown)
        let loss = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(.connectionLost)).invitations.create(Samples.invitation)
        }
        #expect(loss?.code == .transport)
    }
}
