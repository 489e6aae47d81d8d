import Foundation
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

@Suite struct BatchTests {
    private func client(
        _ transport: some GraphTransport,
        _ clock: ManualClock = ManualClock(skipsWaits: true),
        retry: RetryPolicy = .default,
        credential: some TokenCredential = StaticTokenCredential("token")
    ) -> GraphClient {
        var configuration = Samples.configuration
        configuration.retry = retry
        configuration.clock = clock
        configuration.random = { 0.5 }
        return GraphClient(credential: credential, transport: transport, configuration: configuration)
    }

    private let adele = "264e6d50-eaec-461e-b187-873b1bcf855f"
    private let admin = "cbb896f9-8306-49d0-b56b-b8e39cd28825"

    private func user(_ id: String) throws -> GraphRequest<User> { try .getUser(id, select: [.id]) }

    private func statusCode(_ result: Result<some Sendable, GraphError>) -> Int? {
        if case .failure(let error) = result { error.statusCode } else { nil }
    }

    @Test func `answers come back to their requests, each of its type, in whatever order`() async throws {
        let replay = ReplayTransport(.batch)
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        let query = UserQuery(filter: .equals(.companyName, "Fabrikam"), select: [.id])
        let (guest, deleted, updated, found) = await client(replay)
            .batch(
                try .getUser(adele, select: [.id, .displayName]),
                try .deleteUser(admin),
                try .updateUser(adele, patch),
                try .listUsers(query)
            )
        #expect(try guest.get().displayName == "Adele Vance")
        #expect(throws: GraphError.self) { try deleted.get() }
        if case .failure(let error) = deleted {
            #expect(error.code == .forbidden && error.statusCode == 403)
            #expect(error.serviceError?.code == "Authorization_RequestDenied")
            #expect(error.requestID == "93b6f17e-c05d-4f45-ad2a-6665c708d8a0")
            #expect(error.requiredPermission == "User.ReadWrite.All")
            #expect(error.attempts.count == 1)
        }
        _ = try updated.get()
        #expect(try found.get().value.map(\.id) == [adele])
        #expect(try found.get().count == 1)
        try await replay.verify()
    }

    @Test func `the one that is throttled is sent again, alone, when its time has come`() async throws {
        let replay = ReplayTransport(.batchThrottled)
        let clock = ManualClock(skipsWaits: true)
        let (guest, deleted) = await client(replay, clock)
            .batch(try .getUser(adele, select: [.id, .displayName]), try .deleteUser(admin))
        _ = try (guest.get(), deleted.get())
        #expect(await clock.waits == [.milliseconds(2128)])
        try await replay.verify()
    }

    @Test(arguments: [0, 1, 20, 21, 40, 41, 199]) func `any number is split by twenty`(_ count: Int) async throws {
        let stub = BatchStub { url, _ in
            (200, [:], ["id": .string(String(url.split(separator: "/")[1].prefix { $0 != "?" }))])
        }
        let results = await client(stub).batch(try (0..<count).map { try user("u\($0)") })
        #expect(try results.map { try $0.get().id } == (0..<count).map { "u\($0)" })
        #expect(await stub.requests.count == (count + 19) / 20)
        #expect(await stub.batches.flatMap(\.self).count == count)
    }

    /// Two hundred items of every kind, of which many are throttled once or twice, and some fail.
    @Test func `two hundred mixed items are all accounted for, and none that succeeded is sent again`() async throws {
        let clock = ManualClock(skipsWaits: true)
        let stub = BatchStub(clock: clock) { url, time in
            let number = Int(url.split(separator: "-").last?.prefix { $0.isNumber } ?? "") ?? 0
            switch number % 7 {
            case 1 where time == 1: return (429, ["retry-after": 3], nil)
            case 2 where time <= 2: return (429, ["Retry-After": 1.5], nil)
            case 3 where time == 1: return (503, [:], nil)
            case 4: return (403, [:], ["error": ["code": "Authorization_RequestDenied", "message": "No."]])
            default: return url.contains("sponsors") ? (200, [:], ["value": []]) : (200, [:], ["id": "u"])
            }
        }
        var batch = GraphBatch()
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        var read: [@Sendable (BatchAnswers) throws -> Void] = []
        for number in 0..<200 {
            let id = "u-\(number)"
            switch number % 4 {
            case 0:
                let item = batch.add(try user(id))
                read.append { try #require(try $0.value(of: item).id == "u") }
            case 1:
                let item = batch.add(try .updateUser(id, patch))
                read.append { _ = try $0.value(of: item) }
            case 2:
                let item = batch.add(try .listSponsors(of: id))
                read.append { try #require(try $0.value(of: item).value == []) }
            default:
                let item = batch.add(try .deleteUser(id))
                read.append { _ = try $0.value(of: item) }
            }
        }
        let answers = await client(stub, clock).send(batch: batch)
        for number in 0..<200 {
            guard number % 7 == 4 else {
                try read[number](answers)
                continue
            }
            let error = #expect(throws: GraphError.self) { try read[number](answers) }
            #expect(error?.code == .forbidden && error?.attempts.count == 1)
        }
        let statuses = await stub.statuses
        #expect(statuses.count == 200)
        for said in statuses.values {
            #expect(said.dropLast().allSatisfy { $0 == 429 || $0 == 503 }, "An item went on after \(said).")
            #expect(said.count <= 3)
        }
        // None comes before its time, and those of one round come back together, after the longest of their waits.
        for times in await stub.times.values where times.count > 1 { #expect(times[1] - times[0] >= .seconds(3)) }
        for times in await stub.times.values where times.count > 2 {
            #expect(times[2] - times[1] >= .milliseconds(1500))
        }
        #expect(await stub.batches.allSatisfy { $0.count <= 20 })
    }

    @Test func `an item that stays throttled fails with its own wait and attempts`() async throws {
        let stub = BatchStub { _, _ in (429, ["retry-after": "10"], nil) }
        let results = await client(stub).batch([try user("a")])
        let error = #expect(throws: GraphError.self) { try results[0].get() }
        #expect(error?.code == .throttled)
        #expect(error?.retryAfter == .seconds(10))
        #expect(error?.attempts.count == 4)
        let impatient = await client(stub, retry: RetryPolicy(totalTime: .seconds(5))).batch([try user("b")])
        #expect(await stub.statuses.values.map(\.count).sorted() == [1, 4])
        #expect(statusCode(impatient[0]) == 429)
    }

    @Test(arguments: [400, 403, 413, 500]) func `a batch that is refused as a whole is refused for each`(_ status: Int)
        async throws
    {
        let transport = FixedTransport(status, #"{"error":{"code":"BadRequest","message":"No."}}"#)
        let results = await client(transport).batch([try user("a"), try user("b")])
        #expect(results.map(statusCode) == [status, status])
        #expect(await transport.requests.count == 1)
    }

    @Test(arguments: [429, 503]) func `a batch that is throttled as a whole is sent again`(_ status: Int) async throws {
        let busy = TransportResponse(statusCode: status, headers: ["Retry-After": "4"])
        let faults = FaultTransport(BatchStub(), script: [.answer(busy)])
        let clock = ManualClock(skipsWaits: true)
        let results = await client(faults, clock).batch([try user("a")])
        _ = try results[0].get()
        #expect(await clock.waits.contains(.seconds(4)))
    }

    @Test(arguments: [
        "<html>Welcome</html>", "{}", "", #"{"responses":[]}"#, #"{"responses":{}}"#, #"{"responses":[{"id":"7"}]}"#,
        #"{"responses":[{"id":"1","status":200,"body":{"id":"i","inviteRedeemUrl":"https://x"#,
    ])
    func `success of the whole is never taken for that of an item, and what came is handed over`(
        _ body: String
    ) async throws {
        let transport = FixedTransport(200, body)
        let (read, changed, invited) = await client(transport)
            .batch(try user("a"), try .deleteUser("b"), try .createInvitation(Samples.invitation))
        for code in [code(read), code(changed), code(invited)] { #expect(code == .malformedResponse) }
        if case .failure(let error) = invited {
            #expect(error.response?.body == Data(body.utf8))
            #expect(error.invitationInDoubt?.invitedUserEmailAddress == "admin@fabrikam.com")
            #expect(error.attempts.count == 1)
        }
        // Invitations go apart from the rest; nothing is repeated that was answered with success.
        #expect(await transport.requests.count == 2)
    }

    private func code(_ result: Result<some Sendable, GraphError>) -> GraphError.Code? {
        if case .failure(let error) = result { error.code } else { nil }
    }

    @Test func `answers are taken whatever the status around them is`() async throws {
        let transport = FixedTransport(424, #"{"responses":[{"id":"1","status":200,"body":{"id":"a"}}]}"#)
        let results = await client(transport).batch([try user("a")])
        #expect(try results[0].get().id == "a")
    }

    @Test func `a rejected token is renewed once for the whole batch`() async throws {
        /// Accepts the second token.
        struct Picky: GraphTransport {
            let stub: BatchStub
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                guard request.headers["Authorization"] == "Bearer token-2" else {
                    return TransportResponse(statusCode: 401)
                }
                return try await stub.send(request)
            }
        }
        let stub = BatchStub()
        let credential = RotatingCredential()
        let results = await client(Picky(stub: stub), credential: credential).batch([try user("a"), try user("b")])
        for result in results { _ = try result.get() }
        #expect(await stub.requests.count == 1)
        #expect(await credential.claims.count == 3)
    }

    @Test func `what must not be sent to the cloud fails alone, before anything is sent`() async throws {
        var invitation = Samples.invitation
        invitation.invitedUserSponsors = [DirectoryObject(id: "s")]
        let transport = FixedTransport(200, #"{"responses":[{"id":"2","status":200,"body":{"id":"a"}}]}"#)
        let graph = Samples.client(transport, cloud: .china)
        let foreign = try GraphRequest.listUsers().following("https://elsewhere.example/v1.0/users?$skiptoken=1")
        let (refused, read, led) = await graph.batch(try .createInvitation(invitation), try user("a"), foreign)
        #expect(try read.get().id == "a")
        for result in [code(refused), code(led)] { #expect(result == .invalidRequest) }
        let body = try json(String(decoding: await transport.requests[0].body ?? Data(), as: UTF8.self))
        #expect(body["requests"]?.elements.count == 1)
    }

    @Test(arguments: [
        ("https://graph.microsoft.com/v1.0/users?$skiptoken=1", "GET /users?$skiptoken=1"),
        ("https://GRAPH.microsoft.com:443/v1.0/users?$skiptoken=1", "GET /users?$skiptoken=1"),
        ("https://graph.microsoft.com/beta/users?$skiptoken=1", nil),
        ("https://graph.microsoft.com/v1.0/../beta/users", nil),
    ])
    func `a further page is asked for by its part below the version`(_ link: String, _ item: String?) async throws {
        let stub = BatchStub { _, _ in (200, [:], ["value": []]) }
        let pages = await client(stub).batch([try GraphRequest.listUsers().following(link)])
        #expect(await stub.batches == (item.map { [[$0]] } ?? []))
        #expect((code(pages[0]) == .invalidRequest) == (item == nil))
    }

    @Test func `an item of another batch is refused by name`() async throws {
        var (one, other) = (GraphBatch(), GraphBatch())
        _ = one.add(try user("a"))
        _ = other.add(try user("a"))
        let item = other.add(try user("b"))
        let stub = BatchStub()
        let behind = one.add(try .deleteUser("c"), after: item)
        let answers = await client(stub).send(batch: one)
        let error = #expect(throws: GraphError.self) { try answers.value(of: item) }
        #expect(error?.problems.map(\.field) == ["item"])
        let unsent = #expect(throws: GraphError.self) { try answers.value(of: behind) }
        #expect(unsent?.code == .invalidRequest)
        #expect(await stub.batches == [["GET /users/a?$select=id"]])
    }

    @Test func `items of copies of a batch are not taken for each other`() async throws {
        let empty = GraphBatch()
        var (one, other) = (empty, empty)
        _ = one.add(try user("a"))
        let item = other.add(try .deleteUser("b"))
        let answers = await client(BatchStub()).send(batch: one)
        #expect(throws: GraphError.self) { try answers.value(of: item) }
        // What was added before copying is good in both.
        let shared = try #require(one.items.first)
        var copy = one
        let behind = copy.add(try user("c"), after: BatchItem<User>(identity: shared.identity, number: 0))
        let both = await client(BatchStub()).send(batch: copy)
        #expect(try both.value(of: behind).id == "u")
    }

    @Test func `a cancelled batch ends at once, and keeps what it has`() async throws {
        let stub = BatchStub { url, _ in
            url.contains("slow") ? (429, ["retry-after": "60"], nil) : (200, [:], ["id": "u"])
        }
        let clock = ManualClock()
        let graph = client(stub, clock)
        let requests = [try user("quick"), try user("slow")]
        let task = Task { await graph.batch(requests) }
        await clock.waits(underWay: 1)
        task.cancel()
        let results = await task.value
        #expect(try results[0].get().id == "u")
        #expect(code(results[1]) == .cancelled)
        if case .failure(let error) = results[1] { #expect(error.attempts.count == 1) }
    }
}
