import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

/// Invitations in batches: nobody is mailed twice, and each counts for the gate.
@Suite struct BatchedInvitationTests {
    private func client(_ transport: some GraphTransport, _ clock: ManualClock, limit: Int? = nil) -> GraphClient {
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = limit.map { .limit(requests: $0, per: .seconds(5)) } ?? .unlimited
        return GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration
        )
    }

    private static let invited: JSONValue = ["id": "i", "status": "PendingAcceptance", "invitedUser": ["id": "u"]]

    private func code(_ result: Result<some Sendable, GraphError>) -> GraphError.Code? {
        if case .failure(let error) = result { error.code } else { nil }
    }

    @Test func `one with mail is not repeated where its outcome is open, one without is`() async throws {
        let stub = BatchStub { _, _ in (201, [:], Self.invited) }
        let faults = FaultTransport(stub, script: [.connectionLost(afterDelivery: true)])
        let (mailed, quiet, reset) = await client(faults, ManualClock(skipsWaits: true))
            .batch(
                try .createInvitation(Samples.mailedInvitation),
                try .createInvitation(Samples.invitation),
                try .resetRedemption(Samples.reset)
            )
        #expect(code(mailed) == .outcomeUnknown)
        if case .failure(let error) = mailed {
            #expect(error.invitationInDoubt?.invitedUserEmailAddress == "admin@fabrikam.com")
        }
        #expect(try quiet.get().id == "i")
        #expect(try reset.get().id == "i")
        #expect(await stub.batches.map(\.count) == [3, 2])
    }

    @Test(arguments: [(504, true), (502, true), (503, true), (429, false), (400, false)])
    func `an item's status decides as that of a request would`(
        _ status: Int,
        _ isUnknown: Bool
    ) async throws {
        let stub = BatchStub { _, time in time == 1 ? (status, [:], nil) : (201, [:], Self.invited) }
        let results = await client(stub, ManualClock(skipsWaits: true))
            .batch([try GraphRequest.createInvitation(Samples.mailedInvitation)])
        #expect((code(results[0]) == .outcomeUnknown) == isUnknown)
        #expect(await stub.requests.count == (status == 429 ? 2 : 1))
    }

    @Test func `an answer counts whatever the status around it is, so nobody is mailed again`() async throws {
        let body = #"{"responses":[{"id":"1","status":201,"body":{"id":"i","invitedUser":{"id":"u"}}}]}"#
        let transport = FixedTransport(429, body, headers: ["Retry-After": "1"])
        let results = await client(transport, ManualClock(skipsWaits: true))
            .batch([try GraphRequest.createInvitation(Samples.mailedInvitation)])
        #expect(try results[0].get().id == "i")
        #expect(await transport.requests.count == 1)
    }

    @Test func `what follows an invitation in doubt is not waited for, and says whether it may have been done`()
        async throws
    {
        let busy = TransportResponse(statusCode: 504, headers: ["Retry-After": "100"])
        let faults = FaultTransport(BatchStub(), script: [.answer(busy)])
        let clock = ManualClock(skipsWaits: true)
        var batch = GraphBatch()
        let invited = batch.add(try .createInvitation(Samples.mailedInvitation))
        let next = batch.add(try .createInvitation(Samples.invitation), after: invited)
        let answers = await client(faults, clock).send(batch: batch)
        #expect(code(answers.result(of: invited)) == .outcomeUnknown)
        let error = #expect(throws: GraphError.self) { try answers.value(of: next) }
        #expect(error?.code == .serviceUnavailable && error?.invitationInDoubt != nil)
        #expect(await clock.waits.isEmpty)
    }

    @Test func `what follows of another kind goes by itself, through its own queue`() async throws {
        let stub = BatchStub { url, _ in url == "/invitations" ? (201, [:], Self.invited) : (204, [:], nil) }
        var batch = GraphBatch()
        let changed = batch.add(try .updateUser("u", UserRequestTests.patch))
        let reset = batch.add(try .resetRedemption(Samples.reset), after: changed)
        let answers = await client(stub, ManualClock(skipsWaits: true)).send(batch: batch)
        #expect(try answers.value(of: reset).id == "i")
        #expect(await stub.batches == [["PATCH /users/u"], ["POST /invitations"]])
    }

    @Test func `a sign-in that fails after Graph was asked says so`() async throws {
        /// Gives a token once.
        actor Once: TokenCredential {
            private var count = 0
            func token(for request: TokenRequest) async throws -> AccessToken {
                count += 1
                guard count == 1 else { throw TransportError(.connectionRefused, mayHaveBeenSent: false, message: "m") }
                return AccessToken(token: Secret("t"))
            }
        }
        let graph = GraphClient(
            credential: Once(),
            transport: FixedTransport(401),
            configuration: GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        )
        let results = await graph.batch([try GraphRequest.deleteUser("u")])
        let error = #expect(throws: GraphError.self) { try results[0].get() }
        #expect(error?.isSignInFailure == true && error?.attempts.count == 1)
        #expect(error.map { !"\($0)".contains("nothing was sent to Graph") } == true)
    }

    @Test func `each counts for the gate`() async throws {
        let clock = ManualClock(skipsWaits: true)
        let stub = BatchStub { _, _ in (201, [:], Self.invited) }
        let graph = client(stub, clock, limit: 30)
        let results = await graph.batch(
            try (0..<100).map { _ in try GraphRequest.createInvitation(Samples.invitation) }
        )
        for result in results { _ = try result.get() }
        #expect(await stub.batches.map(\.count) == Array(repeating: 20, count: 5))
        // Twenty go at once; two times twenty do not fit into five seconds.
        #expect(clock.now.offset >= .seconds(20))
    }

    @Test func `no request has more than the gate lets through at a time`() async throws {
        let clock = ManualClock(skipsWaits: true)
        let stub = BatchStub { _, _ in (201, [:], Self.invited) }
        let graph = client(stub, clock, limit: 3)
        let results = await graph.batch(try (0..<7).map { _ in try GraphRequest.createInvitation(Samples.invitation) })
        for result in results { _ = try result.get() }
        #expect(await stub.batches.map(\.count).sorted() == [1, 3, 3])
    }

    @Test func `waiting for the gate is no part of an item's patience`() async throws {
        let clock = ManualClock(skipsWaits: true)
        // A batch of 400 at 20 in 5 seconds takes 100 seconds, and each item may take 10.
        let stub = BatchStub(clock: clock) { url, time in
            time <= 40 ? (429, ["retry-after": 1], nil) : (201, [:], Self.invited)
        }
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = .limit(requests: 20, per: .seconds(5))
        configuration.retry = RetryPolicy(totalTime: .seconds(10))
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: stub,
            configuration: configuration
        )
        let results = await graph.batch(
            try (0..<400).map { _ in try GraphRequest.createInvitation(Samples.invitation) }
        )
        for result in results { _ = try result.get() }
    }

    @Test func `tells of the waits, and of what Graph will leave undone`() async throws {
        let (texts, list) = AsyncStream.makeStream(of: String.self)
        var configuration = GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        configuration.onEvent = { event in
            switch event.kind {
            case .wait(let wait): list.yield("\(event.operation): \(wait)")
            case .warning(let warning): list.yield(warning.field)
            default: break
            }
        }
        let stub = BatchStub { _, time in time == 1 ? (429, ["retry-after": 9], nil) : (201, [:], Self.invited) }
        let graph = GraphClient(
            credential: StaticTokenCredential(Samples.token(#"{"roles":["User.Invite.All"]}"#)),
            transport: stub,
            configuration: configuration
        )
        var invitation = Samples.mailedInvitation
        invitation.invitedUserMessageInfo = .custom("Hello")
        let results = await graph.batch([try GraphRequest.createInvitation(invitation)])
        _ = try results[0].get()
        list.finish()
        let told = await texts.reduce(into: []) { $0.append($1) }
        #expect(told.first == "invitedUserMessageInfo.customizedMessageBody")
        #expect(told.contains("batch: 9 s (retryAfter)"))
    }

    @Test func `an invitation that is throttled in a batch closes the gate for every call`() async throws {
        let clock = ManualClock()
        let stub = BatchStub { url, time in
            url == "/invitations" && time == 1 ? (429, ["retry-after": "9"], nil) : (201, [:], Self.invited)
        }
        let graph = client(stub, clock)
        let task = Task { await graph.batch([try GraphRequest.createInvitation(Samples.invitation)]) }
        await clock.waits(underWay: 1)
        let other = Task { try await graph.invitations.create(Samples.invitation) }
        await clock.waits(underWay: 2)
        #expect(await clock.waits == [.seconds(9), .seconds(9)])
        await clock.advance(by: .seconds(9))
        #expect(code(try await task.value[0]) == nil)
        other.cancel()
        _ = await other.result
    }
}
