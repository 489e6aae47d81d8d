import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct GuestInvitationTests {
    private let sponsorID = "263a1289-8282-4bf7-91f7-550d9bba8c02"
    private let groupID = "08143e93-989e-4771-ac78-803bcdac52d2"

    func client(
        _ transport: some GraphTransport,
        cloud: GraphCloud = .global,
        token: String = "token",
        _ clock: ManualClock = ManualClock(skipsWaits: true)
    ) -> GraphClient {
        Samples.client(transport, cloud: cloud, credential: StaticTokenCredential(token), clock: clock)
    }

    var guest: GuestInvitation {
        var guest = GuestInvitation(
            invitedUserEmailAddress: "admin@fabrikam.com",
            inviteRedirectURL: "https://myapp.contoso.com"
        )
        guest.givenName = "Fabrikam"
        guest.surname = "Admin"
        guest.userProperties.companyName = "Fabrikam"
        return guest
    }

    /// The clouds' own addresses differ; the stub knows one.
    private struct Redirected: GraphTransport {
        let stub: any GraphTransport
        let root: String

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var request = request
            request.url = request.url.replacing(root, with: "https://graph.microsoft.com")
            return try await stub.send(request)
        }
    }

    @Test func `invites, and sets the names once the guest is known`() async throws {
        let replay = ReplayTransport(.inviteGuest)
        let clock = ManualClock(skipsWaits: true)
        let result = try await client(replay, clock).inviteGuest(guest)
        #expect(result.isComplete)
        #expect(result.userID == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        #expect(
            result.steps.map(\.description)
                == ["listUsers not needed", "createInvitation done", "updateUser done"]
        )
        #expect(await clock.waits == [.seconds(2)])
        try await replay.verify()
    }

    @Test func `an invitation without names is one request`() async throws {
        let stub = DirectoryStub()
        var guest = GuestInvitation(invitedUserEmailAddress: "a@b.example", inviteRedirectURL: "https://x.example")
        guest.invitedUserMessageInfo = .custom("Welcome", cc: "boss@contoso.com")
        guest.sendInvitationMessage = false
        guest.invitedUserType = .member
        guest.sponsors = [.user(sponsorID), .group(groupID)]
        let result = try await client(stub).inviteGuest(guest)
        #expect(result.isComplete)
        #expect(await stub.log == ["POST /invitations"])
        #expect(
            await stub.invitations.first == [
                "invitedUserEmailAddress": "a@b.example", "inviteRedirectUrl": "https://x.example",
                "invitedUserType": "Member",
                "invitedUserSponsors": [["id": .string(sponsorID)], ["id": .string(groupID)]],
                "invitedUserMessageInfo": [
                    "customizedMessageBody": "Welcome",
                    "ccRecipients": [["emailAddress": ["address": "boss@contoso.com"]]],
                ],
            ]
        )
    }

    @Test(arguments: [
        ("A", "B", nil, "A B"), ("A", nil, nil, "A"), (nil, "B", nil, "B"), ("A", "B", "Dr. B", "Dr. B"),
        (nil, nil, nil, nil), ("", "B", nil, "B"),
    ])
    func `the name to show is made of the others, and mail is the default`(
        _ givenName: String?,
        _ surname: String?,
        _ displayName: String?,
        _ shown: String?
    ) async throws {
        let stub = DirectoryStub()
        var guest = guest
        guest.givenName = givenName
        guest.surname = surname
        guest.invitedUserDisplayName = displayName
        _ = try await client(stub).inviteGuest(guest)
        let invitation = await stub.invitations.first
        #expect(invitation?["invitedUserDisplayName"]?.stringValue == shown)
        #expect(invitation?["sendInvitationMessage"] == true)
    }

    @Test func `where the cloud's invitation takes no sponsors, they are added afterwards`() async throws {
        let stub = DirectoryStub(invisibleFor: 2)
        var guest = guest
        guest.sponsors = [.user(sponsorID), .group(groupID)]
        let cloud = GraphCloud.china
        let result = try await client(Redirected(stub: stub, root: cloud.graphRoot), cloud: cloud).inviteGuest(guest)
        #expect(result.isComplete)
        #expect(await stub.sponsors == [sponsorID, groupID])
        #expect(await stub.invitations.first?["invitedUserSponsors"] == nil)
        #expect(
            await stub.log == [
                "POST /invitations", "PATCH /users/ID", "PATCH /users/ID", "PATCH /users/ID",
                "POST /users/ID/sponsors/$ref", "POST /users/ID/sponsors/$ref",
            ]
        )
    }

    /// Steps: the change of the user, then two sponsors.
    @Test(arguments: 0..<3, StepFailure.allCases)
    func `no step that fails costs what was done, and resuming does the rest`(
        _ step: Int,
        _ failure: StepFailure
    ) async throws {
        let stub = DirectoryStub()
        var guest = guest
        guest.sponsors = [.user(sponsorID), .group(groupID)]
        let script: [FaultTransport.Fault?] = Array(repeating: nil, count: step + 1) + [failure.fault]
        let faults = FaultTransport(stub, script: script)
        let cloud = GraphCloud.usGovernment
        let graph = client(Redirected(stub: faults, root: cloud.graphRoot), cloud: cloud)
        let result = try await graph.inviteGuest(guest)
        #expect(result.invitation?.id == "i")
        #expect(!result.isComplete)
        let expected: [GraphOperation] = [.updateUser, .addSponsor, .addSponsor]
        #expect(result.unfinishedSteps.map(\.operation) == [expected[step]])
        #expect(result.unfinishedSteps.first?.error != nil)
        #expect(result.unfinishedSteps.first?.sponsor == [nil, .user(sponsorID), .group(groupID)][step])
        let finished = await graph.resume(result)
        #expect(finished.isComplete)
        #expect(await stub.invitations.count == 1)
        #expect(Set(await stub.sponsors) == [sponsorID, groupID])
        #expect(await stub.guest["givenName"] == "Fabrikam")
        // Nothing is left to do.
        let count = await stub.log.count
        #expect(await graph.resume(finished).isComplete)
        #expect(await stub.log.count == count)
    }

    @Test(arguments: StepFailure.allCases) func `an invitation that fails is thrown, with the doubt that is left`(
        _ failure: StepFailure
    ) async throws {
        let faults = FaultTransport(DirectoryStub(), script: [failure.fault])
        let error = await #expect(throws: GraphError.self) { try await client(faults).inviteGuest(guest) }
        #expect(
            error?.guestProgress?.description
                == "listUsers not needed, createInvitation failed, updateUser not reached"
        )
        let isOpen = ![.refused, .notConnected, .throttled].contains(failure)
        #expect(error?.code == .outcomeUnknown || !isOpen || failure == .unreadable)
        #expect((error?.invitationInDoubt != nil) == isOpen)
    }

    @Test func `a guest who never appears keeps the invitation, and the steps for later`() async throws {
        let stub = DirectoryStub(invisibleFor: 1_000)
        let clock = ManualClock(skipsWaits: true)
        var guest = guest
        guest.sponsors = [.user(sponsorID)]
        let cloud = GraphCloud.usGovernment
        let graph = client(Redirected(stub: stub, root: cloud.graphRoot), cloud: cloud, clock)
        let result = try await graph.inviteGuest(guest)
        #expect(result.invitation != nil)
        #expect(result.unfinishedSteps.map { $0.error?.code } == [.notFound, .notFound])
        // The steps share the patience.
        #expect(await clock.waits.reduce(.zero, +) == .seconds(300))
    }

    @Test func `a sponsor who does not exist is not waited for`() async throws {
        let stub = DirectoryStub()
        var guest = guest
        guest.sponsors = [.user("nobody")]
        let clock = ManualClock(skipsWaits: true)
        let cloud = GraphCloud.china
        let graph = client(Redirected(stub: stub, root: cloud.graphRoot), cloud: cloud, clock)
        let result = try await graph.inviteGuest(guest)
        #expect(result.unfinishedSteps.map { $0.error?.code } == [.notFound])
        #expect(await clock.waits.isEmpty)
    }

    @Test(arguments: [#"{"id":"i","status":"Error","invitedUser":{"id":"u"}}"#, #"{"id":"i"}"#])
    func `an invitation without a guest leaves the steps undone, at once`(_ answer: String) async throws {
        let transport = FixedTransport(201, answer)
        let result = try await client(transport).inviteGuest(guest)
        #expect(result.invitation?.id == "i")
        #expect(result.unfinishedSteps.map(\.operation) == [.createInvitation, .updateUser])
        #expect(result.unfinishedSteps[0].error?.problems.map(\.field) == ["invitation"])
        #expect(!(await client(transport).resume(result)).isComplete)
        #expect(await transport.requests.count == 1)
        // Also where nothing else was to be done.
        let plain = GuestInvitation(invitedUserEmailAddress: "a@b.example", inviteRedirectURL: "https://x.example")
        #expect(!(try await client(transport).inviteGuest(plain)).isComplete)
    }

    @Test func `a cancelled call keeps the invitation`() async throws {
        let stub = DirectoryStub(invisibleFor: 1_000)
        let clock = ManualClock()
        let graph = client(stub, clock)
        let task = Task { [guest] in try await graph.inviteGuest(guest) }
        await clock.waits(underWay: 1)
        task.cancel()
        let result = try await task.value
        #expect(result.invitation?.id == "i")
        #expect(result.unfinishedSteps.map { $0.error?.code } == [.cancelled])
    }
}
