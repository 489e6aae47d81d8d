import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Deleting, restoring, and what repeating them means.
@Suite struct UserLifeTests {
    private let id = "264e6d50-eaec-461e-b187-873b1bcf855f"
    private let sponsorID = "263a1289-8282-4bf7-91f7-550d9bba8c02"

    /// A client that repeats at once, over a transport that first loses answers.
    private func client(_ transport: some GraphTransport) -> GraphClient {
        Samples.client(transport, retry: .default, clock: ManualClock(skipsWaits: true))
    }

    private func losingFirstAnswer(_ fixture: Fixture...) -> FaultTransport {
        FaultTransport(ReplayTransport(fixture), script: [.connectionLost(afterDelivery: false)])
    }

    @Test func `deletes, restores and deletes for good`() async throws {
        let replay = ReplayTransport(.deleteUser, .listDeletedUsers, .getDeletedUser, .restoreUser, .purgeUser)
        let graph = Samples.client(replay)
        try await graph.users[id].delete()
        var deleted: [User] = []
        for try await user in graph.users.listDeleted() { deleted.append(user) }
        #expect(deleted.map(\.id) == [id])
        #expect(try await graph.users[id].getDeleted().deletedDateTime != nil)
        #expect(try await graph.users[id].restore().displayName == "Adele Vance")
        try await graph.users[id].purge()
        try await replay.verify()
    }

    @Test func `what is gone when a deletion is repeated was deleted by the attempt before`() async throws {
        let graph = client(losingFirstAnswer(.deleteNobody))
        try await graph.users[id].delete()
        try await client(losingFirstAnswer(.removeNobody)).users[id].sponsors.remove(sponsorID)
        try await client(losingFirstAnswer(.sponsorExists)).users[id].sponsors.add(sponsorID)
    }

    @Test func `what is gone at the first attempt was not there`() async {
        let error = await #expect(throws: GraphError.self) {
            try await client(ReplayTransport(.deleteNobody)).users[id].delete()
        }
        #expect(error?.code == .notFound)
        let refused = FaultTransport(ReplayTransport(.removeNobody), script: [.connectionRefused])
        let other = await #expect(throws: GraphError.self) {
            try await client(refused).users[id].sponsors.remove(sponsorID)
        }
        #expect(other?.code == .notFound && other?.attempts.count == 2)
        let existing = await #expect(throws: GraphError.self) {
            try await client(ReplayTransport(.sponsorExists)).users[id].sponsors.add(sponsorID)
        }
        #expect(existing?.code == .rejected)
    }

    @Test func `a repetition that is refused otherwise is a refusal`() async {
        let error = await #expect(throws: GraphError.self) {
            try await client(losingFirstAnswer(.deleteForbidden)).users[id].delete()
        }
        #expect(error?.code == .forbidden)
        let change = await #expect(throws: GraphError.self) {
            try await client(losingFirstAnswer(.updateTooEarly)).users[id].update(UserRequestTests.patch)
        }
        #expect(change?.code == .notFound)
    }

    @Test func `who is back when a restoration is repeated was restored by the attempt before`() async throws {
        let user = try await client(losingFirstAnswer(.restoreNobody, .getGuest)).users[id].restore()
        #expect(user.id == id)
        let error = await #expect(throws: GraphError.self) {
            try await client(losingFirstAnswer(.restoreNobody, .userNotFound)).users[id].restore()
        }
        #expect(error?.code == .notFound)
        let first = await #expect(throws: GraphError.self) {
            try await client(ReplayTransport(.restoreNobody, .getGuest)).users[id].restore()
        }
        #expect(first?.code == .notFound)
    }

    /// A user, read by id alone.
    private let guest = Fixture(
        name: "guest",
        contents: #"""
            {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
            {"request":{"url":"https://graph.microsoft.com/v1.0/users/*?*"},"response":{"body":{"id":"u"}}}]}
            """#
    )

    @Test func `who is neither deleted nor there when a purge is repeated was purged by the attempt before`()
        async throws
    {
        try await client(losingFirstAnswer(.purgeNobody, .userNotFound)).users[id].purge()
        let alive = await #expect(throws: GraphError.self) {
            try await client(losingFirstAnswer(.purgeNobody, guest)).users[id].purge()
        }
        #expect(alive?.code == .notFound)
        let first = await #expect(throws: GraphError.self) {
            try await client(ReplayTransport(.purgeNobody, .userNotFound)).users[id].purge()
        }
        #expect(first?.code == .notFound)
    }

    @Test func `success in the words of something else than Graph is none`() async {
        let transport = FixedTransport(200, "<html>Welcome to the hotel</html>", headers: ["Content-Type": "text/html"])
        let error = await #expect(throws: GraphError.self) { try await Samples.client(transport).users[id].delete() }
        #expect(error?.code == .malformedResponse)
    }
}
