import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct CreateTests {
    @Test func `sends the whole documented request`() async throws {
        let replay = ReplayTransport(.createInvitation)
        var configuration = Samples.configuration
        configuration.makeClientRequestID = { "00000000-0000-4000-8000-000000000001" }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: replay,
            configuration: configuration
        )
        let invitation = try await graph.invitations.create(Samples.invitation)
        #expect(
            await replay.requests == [
                TransportRequest(
                    method: "POST",
                    url: "https://graph.microsoft.com/v1.0/invitations",
                    headers: [
                        "Accept": "application/json", "Content-Type": "application/json",
                        "User-Agent": "graph-invitations/0.1.0",
                        "client-request-id": "00000000-0000-4000-8000-000000000001",
                        "Authorization": "Bearer token",
                    ],
                    body: Data(
                        #"{"inviteRedirectUrl":"https://myapp.contoso.com","invitedUserEmailAddress":"admin@fabrikam.com"}"#
                            .utf8
                    )
                )
            ]
        )
        #expect(invitation.id == "9071bfde-35e0-47d2-a582-d244ab1b4af6")
        #expect(invitation.status == .pendingAcceptance)
        #expect(invitation.invitedUser?.id == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        try await replay.verify()
    }

    @Test func `resets with the documented request`() async throws {
        let replay = ReplayTransport(.resetRedemption)
        let invitation = try await Samples.client(replay).invitations.resetRedemption(Samples.reset)
        #expect(invitation.resetRedemption == true)
        #expect(invitation.invitedUser?.id == Samples.reset.userID)
        try await replay.verify()
    }

    @Test func `a request can be looked at without being sent`() throws {
        let request: GraphRequest<Invitation> = try .createInvitation(Samples.mailedInvitation)
        #expect(request.operation == .createInvitation)
        #expect(request.operation.leastPrivilegedPermission == "User.Invite.All")
        #expect(request.mailsGuest)
        let outgoing = request.transportRequest(for: .usGovernmentDoD)
        #expect(outgoing.url == "https://dod-graph.microsoft.us/v1.0/invitations")
        #expect(outgoing.headers["Authorization"] == nil)
        let reset: GraphRequest<Invitation> = try .resetRedemption(Samples.reset)
        #expect(reset.operation.leastPrivilegedPermission == "User.ReadWrite.All")
        #expect(!reset.mailsGuest)
    }

    @Test func `each call has an id of its own, in lower case`() async throws {
        let transport = FixedTransport(201, "{}")
        let graph = Samples.client(transport)
        for _ in 0..<200 { _ = try await graph.invitations.create(Samples.invitation) }
        let ids = await transport.requests.compactMap { $0.headers["client-request-id"] }
        #expect(Set(ids).count == 200)
        #expect(ids.allSatisfy { UUID(uuidString: $0)?.uuidString.lowercased() == $0 })
        #expect(
            ids.allSatisfy {
                $0.dropFirst(14).first == "4" && "89ab".contains($0[$0.index($0.startIndex, offsetBy: 19)])
            }
        )
    }

    @Test func `bad input is refused before anything is sent, also before a token is asked for`() async {
        let transport = FixedTransport(201, "{}")
        let credential = ClientSecretCredential(tenantID: "t", clientID: "c", clientSecret: "s")
        let graph = GraphClient(credential: credential, transport: transport)
        let bad = NewInvitation(invitedUserEmailAddress: "nobody", inviteRedirectURL: "")
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(bad) }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems == bad.problems)
        let empty = RedemptionReset(userID: "", invitedUserEmailAddress: "", inviteRedirectURL: "")
        await #expect(throws: GraphError.self) { try await graph.invitations.resetRedemption(empty) }
        #expect(await transport.requests.isEmpty)
    }

    @Test func `validation can be left to Graph`() async throws {
        let transport = FixedTransport(201, "{}")
        var configuration = Samples.configuration
        configuration.validation = .off
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: transport,
            configuration: configuration
        )
        _ = try await graph.invitations.create(NewInvitation(invitedUserEmailAddress: "a+b@c", inviteRedirectURL: "x"))
        #expect(await transport.requests.count == 1)
    }

    @Test(arguments: GraphCloud.named.filter { $0 != .global })
    func `sponsors are refused where the cloud does not know them, with the call to make instead`(
        _ cloud: GraphCloud
    ) async {
        let transport = FixedTransport(201, "{}")
        var invitation = Samples.invitation
        invitation.invitedUserSponsors = [DirectoryObject(id: "s1")]
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(transport, cloud: cloud).invitations.create(invitation)
        }
        #expect(error?.problems.map(\.field) == ["invitedUserSponsors"])
        #expect(error?.problems.first?.remedy.contains("users[id].sponsors.add") == true)
        #expect(await transport.requests.isEmpty)
    }

    @Test func `any answer of the 200s is read, and an answer that came is never thrown away`() async throws {
        let transport = FixedTransport(200, #"{"id":"1","status":"Error"}"#)
        let invitation = try await Samples.client(transport).invitations.create(Samples.invitation)
        #expect(invitation.status == .error)
    }

    @Test(arguments: ["", "<html></html>", "[]", #"{"id":"#, "null"])
    func `an answer that cannot be read is handed back whole`(_ body: String) async {
        let transport = FixedTransport(201, body, headers: ["request-id": "r"])
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(transport).invitations.create(Samples.mailedInvitation)
        }
        #expect(error?.code == .malformedResponse)
        #expect(error?.statusCode == 201)
        #expect(error?.requestID == "r")
        #expect(error?.response?.body == Data(body.utf8))
        #expect(error?.underlyingError is DecodingError)
    }

    @Test func `a byte order mark before the answer does no harm`() async throws {
        let transport = FixedTransport(201, "\u{FEFF}{\"id\":\"1\"}")
        #expect(try await Samples.client(transport).invitations.create(Samples.invitation).id == "1")
    }
}
