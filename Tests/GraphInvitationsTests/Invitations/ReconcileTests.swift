import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ReconcileTests {
    private func client(_ transport: some GraphTransport, minutesLater minutes: Double = 1) -> GraphClient {
        var configuration = Samples.configuration
        configuration.now = { InvitationInDoubt.sample.endedAt.addingTimeInterval(minutes * 60) }
        return GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration
        )
    }

    private func user(created: String? = nil, state: String = "PendingAcceptance", changed: String? = nil) -> String {
        var members = [#""id":"u""#, #""externalUserState":"\#(state)""#]
        if let created { members.append(#""createdDateTime":"\#(created)""#) }
        if let changed { members.append(#""externalUserStateChangeDateTime":"\#(changed)""#) }
        return "{\(members.joined(separator: ","))}"
    }

    @Test func `asks for the users who have the address in any place`() async throws {
        let transport = FixedTransport(200, #"{"value":[]}"#)
        var doubt = InvitationInDoubt.sample
        doubt.invitedUserEmailAddress = "o'brien@fabrikam.com"
        _ = try await client(transport).invitations.reconcile(doubt)
        let request = try #require(await transport.requests.first)
        #expect(request.method == "GET")
        #expect(request.body == nil)
        #expect(request.headers["ConsistencyLevel"] == nil)
        let components = try #require(URLComponents(string: request.url))
        #expect(components.path == "/v1.0/users")
        let query = Dictionary(uniqueKeysWithValues: (components.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        let address = "o''brien@fabrikam.com"
        #expect(
            query["$filter"]
                == "userPrincipalName eq '\(address)' or mail eq '\(address)' "
                + "or proxyAddresses/any(x:x eq 'SMTP:\(address)') or otherMails/any(x:x eq '\(address)')"
        )
        #expect(query["$select"]?.contains("createdDateTime") == true)
        #expect(query.keys.sorted() == ["$filter", "$select"])
        #expect(request.url.contains("'o''brien@fabrikam.com'"))
    }

    @Test(arguments: [
        // Made after the request was sent, or so close before it that the clocks may differ.
        ("2026-01-01T00:00:03Z", true), ("2025-12-31T23:59:30Z", true),
        ("2025-12-31T23:58:00Z", false), ("2020-05-05T00:00:00Z", false),
    ])
    func `a guest who was made since is the one that was invited`(_ created: String, _ isNew: Bool) async throws {
        let transport = FixedTransport(200, #"{"value":[\#(user(created: created))]}"#)
        let result = try await client(transport).invitations.reconcile(.sample)
        switch result {
        case .invited(let guest): #expect(isNew && guest.id == "u")
        case .unknown(let guests): #expect(!isNew && guests.map(\.id) == ["u"])
        case .notInvited: throw result
        }
    }

    @Test(arguments: [
        (1.0, Duration.seconds(600), false), (9.9, .seconds(600), false), (10, .seconds(600), true),
        (0, .zero, true), (0, .seconds(-5), true), (-1, .seconds(-600), false),
    ])
    func `nobody found is a proof only after the settling time`(
        _ minutes: Double,
        _ settlingTime: Duration,
        _ isProof: Bool
    ) async throws {
        let graph = client(FixedTransport(200, #"{"value":[]}"#), minutesLater: minutes)
        let result = try await graph.invitations.reconcile(.sample, settlingTime: settlingTime)
        #expect(result == (isProof ? .notInvited : .unknown([])))
    }

    @Test func `several users, or one without a date, prove nothing`() async throws {
        let new = user(created: "2026-01-01T00:00:03Z")
        for users in ["\(new),\(new)", user()] {
            let result = try await client(FixedTransport(200, #"{"value":[\#(users)]}"#)).invitations.reconcile(.sample)
            guard case .unknown(let found) = result else { throw result }
            #expect(!found.isEmpty)
        }
    }

    @Test(arguments: [
        ("PendingAcceptance", "2026-01-01T00:00:02Z", true), ("PendingAcceptance", "2025-06-01T00:00:00Z", false),
        ("Accepted", "2026-01-01T00:00:02Z", false),
    ])
    func `a reset has happened where the guest is pending since`(
        _ state: String,
        _ changed: String,
        _ hasHappened: Bool
    ) async throws {
        var doubt = InvitationInDoubt.sample
        doubt.resetUserID = "u"
        let guest = user(created: "2026-01-01T00:00:03Z", state: state, changed: changed)
        let result = try await client(FixedTransport(200, guest)).invitations.reconcile(doubt)
        switch result {
        case .invited: #expect(hasHappened)
        case .unknown(let guests): #expect(!hasHappened && guests.count == 1)
        case .notInvited: throw result
        }
    }

    @Test func `a guest to be reset who is not there is unknown, however late`() async throws {
        var doubt = InvitationInDoubt.sample
        doubt.resetUserID = "u"
        let graph = client(FixedTransport(404, "{}"), minutesLater: 1_000)
        #expect(try await graph.invitations.reconcile(doubt) == .unknown([]))
    }

    @Test(arguments: [
        ("", nil), ("admin", nil), ("a b@fabrikam.com", nil), ("a@fabrikam.com", ""), ("a@fabrikam.com", "a/b"),
    ])
    func `a doubt that names nobody is refused, since nobody found would prove nothing`(
        _ address: String,
        _ userID: String?
    ) async {
        var doubt = InvitationInDoubt.sample
        doubt.invitedUserEmailAddress = address
        doubt.resetUserID = userID
        let transport = FixedTransport(200, #"{"value":[]}"#)
        let error = await #expect(throws: GraphError.self) {
            try await client(transport).invitations.reconcile(doubt, settlingTime: .zero)
        }
        #expect(error?.problems.map(\.field) == [userID == nil ? "invitedUserEmailAddress" : "resetUserID"])
        #expect(await transport.requests.isEmpty)
    }

    @Test func `a guest who is nowhere is recorded, too`() async throws {
        let replay = ReplayTransport(.findNobody)
        let graph = client(replay, minutesLater: 11)
        #expect(try await graph.invitations.reconcile(.sample) == .notInvited)
        try await replay.verify()
    }

    @Test func `pages that lead in a circle end`() async throws {
        /// Answers each link with the other.
        actor Circle: GraphTransport {
            private(set) var count = 0
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                count += 1
                let link = "https://graph.microsoft.com/v1.0/users?$skiptoken=\(count % 2)"
                let body = #"{"value":[],"@odata.nextLink":"\#(link)"}"#
                return TransportResponse(statusCode: 200, body: Data(body.utf8))
            }
        }
        let circle = Circle()
        let error = await #expect(throws: GraphError.self) {
            try await client(circle).invitations.reconcile(.sample)
        }
        #expect(error?.code == .malformedResponse)
        #expect(error?.problems.map(\.field) == ["nextLink"])
        #expect(await circle.count == 3)
    }

    @Test func `says which permission it needs where it may not look`() async {
        let graph = client(FixedTransport(403, "{}"))
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.reconcile(.sample) }
        #expect(error?.requiredPermission == "User.Read.All")
        #expect(error?.invitationInDoubt == nil)
    }

    @Test func `a doubt can be kept and read back`() throws {
        let kept = try JSONEncoder().encode(InvitationInDoubt.sample)
        #expect(try JSONDecoder().decode(InvitationInDoubt.self, from: kept) == .sample)
    }

    @Test func `a recorded doubt is settled by a recorded look-up`() async throws {
        let replay = ReplayTransport(.gatewayTimeout, .findInvitedGuest)
        let graph = client(replay)
        let error = await #expect(throws: GraphError.self) {
            try await graph.invitations.create(Samples.mailedInvitation)
        }
        let result = try await graph.invitations.reconcile(try #require(error?.invitationInDoubt))
        guard case .invited(let guest) = result else { throw result }
        #expect(guest.externalUserState == .pendingAcceptance)
        try await replay.verify()
    }
}
