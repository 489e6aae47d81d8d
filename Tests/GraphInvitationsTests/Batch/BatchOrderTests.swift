import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Items that depend on others.
@Suite struct BatchOrderTests {
    private func client(_ transport: some GraphTransport) -> GraphClient {
        Samples.client(transport, retry: .default, clock: ManualClock(skipsWaits: true))
    }

    private func user(_ id: String) throws -> GraphRequest<User> { try .getUser(id, select: [.id]) }

    /// Items of which each depends on the one before.
    private func row(_ count: Int) throws -> (GraphBatch, [BatchItem<User>]) {
        var batch = GraphBatch()
        var items = [batch.add(try user("0"))]
        for number in 1..<count { items.append(batch.add(try user("\(number)"), after: items[number - 1])) }
        return (batch, items)
    }

    /// Items of which each second one follows the one before; the second ones are returned.
    private func pairs(_ count: Int) throws -> (GraphBatch, [BatchItem<User>]) {
        var batch = GraphBatch()
        let seconds = try (0..<count)
            .map { number in
                batch.add(try user("b\(number)"), after: batch.add(try user("a\(number)")))
            }
        return (batch, seconds)
    }

    @Test(arguments: [2, 20, 21, 45]) func `a row goes in order, twenty at a time`(_ count: Int) async throws {
        let stub = BatchStub()
        let (batch, items) = try row(count)
        let answers = await client(stub).send(batch: batch)
        for item in items { _ = try answers.value(of: item) }
        let sent = await stub.batches
        #expect(sent.flatMap(\.self) == (0..<count).map { "GET /users/\($0)?$select=id" })
        #expect(sent.count == (count + 19) / 20)
    }

    @Test func `behind one that fails nothing is done, and each says so`() async throws {
        let stub = BatchStub { url, _ in url.hasPrefix("/users/3?") ? (403, [:], nil) : (200, [:], ["id": "u"]) }
        let (batch, items) = try row(25)
        let answers = await client(stub).send(batch: batch)
        for item in items[..<3] { _ = try answers.value(of: item) }
        #expect(throws: GraphError.self) { try answers.value(of: items[3]) }
        for item in items[4...] {
            let error = #expect(throws: GraphError.self) { try answers.value(of: item) }
            #expect(error?.code == .failedDependency)
        }
        #expect(await stub.statuses.count == 4)
    }

    @Test func `behind one that is throttled they wait for it`() async throws {
        let stub = BatchStub { url, time in
            url.hasPrefix("/users/3?") && time < 3 ? (429, ["retry-after": "1"], nil) : (200, [:], ["id": "u"])
        }
        let (batch, items) = try row(6)
        let answers = await client(stub).send(batch: batch)
        for item in items { _ = try answers.value(of: item) }
        #expect(await stub.statuses.values.filter { $0.count > 1 } == [[429, 429, 200]])
        #expect(await stub.batches.map(\.count) == [6, 3, 3])
    }

    @Test func `several that follow one are sent once it has succeeded`() async throws {
        let stub = BatchStub()
        var batch = GraphBatch()
        let first = batch.add(try user("first"))
        let followers = try (0..<30).map { batch.add(try user("\($0)"), after: first) }
        let lone = batch.add(try user("lone"))
        let last = batch.add(try user("last"), after: followers[7])
        let answers = await client(stub).send(batch: batch)
        for item in followers + [first, lone, last] { _ = try answers.value(of: item) }
        let sent = await stub.batches
        #expect(sent[0] == ["GET /users/first?$select=id", "GET /users/lone?$select=id"])
        #expect(sent.dropFirst().map(\.count).sorted() == [2, 9, 20])
    }

    @Test func `behind a deletion that its repetition finds done they are done`() async throws {
        // The first answer is lost, so that the row is repeated, and finds nothing to delete.
        let stub = BatchStub { url, time in
            url.contains("sponsors") && time > 1 ? (404, [:], nil) : (204, [:], nil)
        }
        let faults = FaultTransport(stub, script: [.connectionLost(afterDelivery: true)])
        var batch = GraphBatch()
        let first = batch.add(try .removeSponsor("s", from: "u"))
        let second = batch.add(try .deleteUser("u"), after: first)
        let answers = await client(faults).send(batch: batch)
        _ = try (answers.value(of: first), answers.value(of: second))
        #expect(await stub.batches.map(\.count) == [2, 2, 1])
    }

    @Test func `an item that follows has a patience of its own`() async throws {
        // The first of the rows comes back after 100 seconds, with items that are sent for the first time.
        let stub = BatchStub { url, time in
            switch url.split(separator: "?")[0] {
            case "/users/a0" where time == 1: (429, ["retry-after": 100], nil)
            case "/users/b5" where time == 1: (503, ["retry-after": 30], nil)
            default: (200, [:], ["id": "u"])
            }
        }
        let (batch, seconds) = try pairs(100)
        let answers = await client(stub).send(batch: batch)
        for item in seconds { _ = try answers.value(of: item) }
    }

    @Test func `many pairs go abreast`() async throws {
        let stub = BatchStub()
        let (batch, seconds) = try pairs(100)
        let answers = await client(stub).send(batch: batch)
        for item in seconds { _ = try answers.value(of: item) }
        #expect(await stub.batches.map(\.count) == Array(repeating: 20, count: 10))
        #expect(await stub.batches.prefix(5).joined().allSatisfy { $0.hasPrefix("GET /users/a") })
    }

    @Test func `what a service refuses for the one before is told as it came`() async throws {
        let replay = ReplayTransport(.batchDependencyFailed)
        var batch = GraphBatch()
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        let first = batch.add(try .updateUser("264e6d50-eaec-461e-b187-873b1bcf855f", patch))
        let second = batch.add(try .deleteUser("cbb896f9-8306-49d0-b56b-b8e39cd28825"), after: first)
        let answers = await client(replay).send(batch: batch)
        let error = #expect(throws: GraphError.self) { try answers.value(of: second) }
        #expect(error?.code == .failedDependency && error?.statusCode == 424)
        try await replay.verify()
    }
}
