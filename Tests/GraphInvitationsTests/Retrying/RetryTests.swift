import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

@Suite struct RetryTests {
    private let clock = ManualClock(skipsWaits: true)
    private let stub = GraphStub()

    private func configuration(_ policy: RetryPolicy = .default) -> GraphClient.Configuration {
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.retry = policy
        configuration.random = { 1 }
        configuration.makeClientRequestID = { "the-call" }
        return configuration
    }

    private func graph(_ faults: FaultTransport, _ policy: RetryPolicy = .default) -> GraphClient {
        GraphClient(
            credential: StaticTokenCredential("token"),
            transport: faults,
            configuration: configuration(policy)
        )
    }

    private func failure(
        _ script: [FaultTransport.Fault?],
        _ policy: RetryPolicy = .default,
        _ invitation: NewInvitation = Samples.invitation
    ) async throws -> GraphError {
        let graph = graph(FaultTransport(stub, script: script), policy)
        return try #require(
            await #expect(throws: GraphError.self) { try await graph.invitations.create(invitation) }
        )
    }

    @Test func `every attempt is the same request with the same id, and says which repetition it is`() async throws {
        let faults = FaultTransport(stub, script: [.connectionRefused, .throttled(retryAfter: "1"), .status(504)])
        _ = try await graph(faults).invitations.create(Samples.invitation)
        let requests = await faults.requests
        var first = requests[0]
        #expect(first.headers["retry-attempt"] == nil)
        #expect(first.headers["client-request-id"] == "the-call")
        for (number, request) in requests.enumerated().dropFirst() {
            first.headers["retry-attempt"] = String(number)
            #expect(request.headers["retry-attempt"] == String(number))
            #expect(Set(request.headers.map(\.name)) == Set(first.headers.map(\.name)))
            #expect(request.headers["Authorization"] == first.headers["Authorization"])
            #expect((request.method, request.url, request.body) == (first.method, first.url, first.body))
        }
    }

    @Test(arguments: [
        ("2", Duration.seconds(2)), ("2.128", .milliseconds(2_128)), ("0", nil), ("0.0001", .microseconds(100)),
        // Half a minute after the clock's first moment, and one before it.
        ("Thu, 01 Jan 2026 00:00:30 GMT", .seconds(30)), ("Wed, 31 Dec 2025 23:59:00 GMT", nil),
        // What cannot be read counts as absent: back-off.
        ("soon", .seconds(1)), ("-1", .seconds(1)), ("1e3", .seconds(1)), ("", .seconds(1)),
    ])
    func `a time to come back is kept to the digit`(_ retryAfter: String, _ wait: Duration?) async throws {
        let faults = FaultTransport(stub, script: [.throttled(retryAfter: retryAfter)])
        _ = try await graph(faults).invitations.create(Samples.mailedInvitation)
        #expect(await clock.waits == [wait].compactMap(\.self))
        #expect(await stub.requests.count == 1)
    }

    @Test func `of two times the later one counts`() async throws {
        let headers: HTTPFields = ["Retry-After": "1", "x-ms-retry-after-ms": "2500"]
        let faults = FaultTransport(stub, script: [.answer(TransportResponse(statusCode: 429, headers: headers))])
        _ = try await graph(faults).invitations.create(Samples.invitation)
        #expect(await clock.waits == [.milliseconds(2_500)])
    }

    @Test(arguments: ["121", "86400", "99999999999999999999", "Fri, 02 Jan 2026 00:00:00 GMT"])
    func `a wait that does not fit fails at once, with the time`(_ retryAfter: String) async throws {
        for fault in [FaultTransport.Fault.throttled(retryAfter: retryAfter), .status(503, retryAfter: retryAfter)] {
            let error = try await failure([fault])
            #expect(error.code == (error.statusCode == 429 ? .throttled : .serviceUnavailable))
            #expect(try #require(error.retryAfter) > .seconds(120))
            #expect(error.attempts.count == 1)
        }
        #expect(await clock.waits.isEmpty)
        #expect(await stub.requests.isEmpty)
    }

    @Test(arguments: [429, 503]) func `waits add up to the time that a call may take`(_ status: Int) async throws {
        let script = Array(repeating: FaultTransport.Fault.status(status, retryAfter: "50"), count: 9)
        let error = try await failure(script, RetryPolicy(maximumAttempts: 10))
        #expect(await clock.waits == [.seconds(50), .seconds(50)])
        #expect(error.statusCode == status)
        #expect(error.retryAfter == .seconds(50))
        #expect(error.attempts.map(\.outcome) == Array(repeating: .status(status, retryAfter: .seconds(50)), count: 3))
        #expect(error.attempts.map { $0.sentAt.timeIntervalSince(error.attempts[0].sentAt) } == [0, 50, 100])
    }

    @Test func `without a time the wait is a random part of a ceiling that doubles up to its maximum`() async throws {
        var configuration = configuration(RetryPolicy(maximumAttempts: 7, maximumBackoff: .seconds(10)))
        configuration.random = { 0.5 }
        let faults = FaultTransport(stub, script: Array(repeating: .connectionRefused, count: 6))
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: faults,
            configuration: configuration
        )
        _ = try await graph.invitations.create(Samples.mailedInvitation)
        #expect(await clock.waits == [0.5, 1, 2, 4, 5, 5].map { .seconds($0) })
    }

    @Test func `the error lists what was tried`() async throws {
        let error = try await failure([.connectionRefused, .status(502), .throttled(retryAfter: "3"), .status(503)])
        #expect(error.code == .serviceUnavailable)
        #expect(
            error.attempts.map(\.outcome) == [
                .failure(.transport, mayHaveBeenSent: false), .status(502, retryAfter: nil),
                .status(429, retryAfter: .seconds(3)), .status(503, retryAfter: nil),
            ]
        )
        #expect(error.attempts.map(\.leavesOutcomeOpen) == [false, true, false, true])
        #expect(error.clientRequestID == "the-call")
    }

    @Test func `no retrying means one request, whatever comes`() async throws {
        for fault in [
            FaultTransport.Fault.connectionRefused, .throttled(retryAfter: "0"), .status(503), .unauthorized(),
        ] {
            #expect(try await failure([fault], .none).attempts.count == 1)
        }
        #expect(await clock.waits.isEmpty)
    }

    @Test func `an error that is none of a transport's is not repeated`() async throws {
        struct Odd: Error {}
        let transport = FixedTransport(throwing: Odd())
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration()
        )
        await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(await transport.requests.count == 1)
    }

    @Test func `an invitation whose mail is in doubt can be repeated by choice, and the doubt is not forgotten`()
        async throws
    {
        let policy = RetryPolicy(mayMailTwice: true)
        let faults = FaultTransport(stub, script: [.connectionLost(afterDelivery: true)])
        _ = try await graph(faults, policy).invitations.create(Samples.mailedInvitation)
        #expect(await stub.requests.count == 2)

        let error = try await failure([.status(504), .status(403)], policy, Samples.mailedInvitation)
        #expect(error.code == .outcomeUnknown)
        #expect(error.statusCode == 403)
    }

    @Test func `what is in doubt is told with address, times and id`() async throws {
        let script: [FaultTransport.Fault] = [.throttled(retryAfter: "5"), .timedOut(afterDelivery: true)]
        let error = try await failure(script, .default, Samples.mailedInvitation)
        let start = ManualClock().date
        #expect(error.code == .outcomeUnknown)
        #expect(
            error.invitationInDoubt
                == InvitationInDoubt(
                    invitedUserEmailAddress: "admin@fabrikam.com",
                    sentAt: start,
                    endedAt: start.addingTimeInterval(5),
                    clientRequestID: "the-call"
                )
        )
    }

    @Test func `a guest may have been made without mail, too`() async throws {
        let error = try await failure([.status(504), .connectionRefused, .connectionRefused, .connectionRefused])
        #expect(error.code == .transport)
        #expect(error.invitationInDoubt?.invitedUserEmailAddress == "admin@fabrikam.com")
    }

    @Test func `an invitation that was refused outright leaves no doubt`() async throws {
        #expect(try await failure([.status(400)]).invitationInDoubt == nil)
        #expect(try await failure([.throttled(retryAfter: "600")]).invitationInDoubt == nil)
    }

    @Test func `a policy of odd figures still sends once`() async throws {
        let policy = RetryPolicy(maximumAttempts: -1, totalTime: .zero, firstBackoff: .seconds(-1))
        _ = try await graph(FaultTransport(stub, script: []), policy).invitations.create(Samples.invitation)
        #expect(try await failure([.connectionRefused], policy).attempts.count == 1)
    }

    @Test func `a sign-in that fails for now is repeated, and says nothing of repetition to the sign-in service`()
        async throws
    {
        let body = Data(#"{"error":"temporarily_unavailable"}"#.utf8)
        let faults = FaultTransport(
            stub,
            script: [.connectionLost(afterDelivery: true), .answer(TransportResponse(statusCode: 400, body: body))]
        )
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s"),
            transport: faults,
            configuration: configuration()
        )
        _ = try await graph.invitations.create(Samples.mailedInvitation)
        let requests = await faults.requests
        #expect(requests.map { $0.url.contains("/oauth2/") } == [true, true, true, false])
        #expect(requests.allSatisfy { $0.headers["retry-attempt"] == nil })
        #expect(await clock.waits == [.seconds(1), .seconds(2)])
    }

    @Test func `a sign-in that fails on the way keeps what was sent before`() async throws {
        let refusal = TransportResponse(statusCode: 400, body: Data(#"{"error":"invalid_client"}"#.utf8))
        let faults = FaultTransport(stub, script: [nil, .unauthorized(), .answer(refusal)])
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s"),
            transport: faults,
            configuration: configuration()
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.isSignInFailure == true)
        #expect(error?.oauthError?.error == "invalid_client")
        #expect(error?.attempts.map(\.outcome) == [.status(401, retryAfter: nil)])
        #expect(error?.description.contains("nothing was sent to Graph") == false)
    }
}
