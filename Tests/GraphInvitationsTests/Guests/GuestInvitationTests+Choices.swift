import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Who was invited before, where the guest goes, and what is refused.
extension GuestInvitationTests {
    @Test func `returns who is there, or fails, without inviting`() async throws {
        var guest = guest
        guest.ifAlreadyInvited = .returnExisting
        let replay = ReplayTransport(.findInvitedGuest)
        let result = try await client(replay).inviteGuest(guest)
        #expect(result.invitation == nil && result.isComplete)
        #expect(result.existingUsers.map(\.mail) == ["admin@fabrikam.com"])
        #expect(result.userID == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        try await replay.verify()
        guest.ifAlreadyInvited = .fail
        let error = await #expect(throws: GraphError.self) {
            try await client(ReplayTransport(.findInvitedGuest)).inviteGuest(guest)
        }
        #expect(error?.code == .conflict)
        #expect(error?.problems.first?.rule.contains("cbb896f9-8306-49d0-b56b-b8e39cd28825") == true)
    }

    @Test(arguments: [GuestInvitation.AlreadyInvited.returnExisting, .fail], StepFailure.allCases)
    func `nobody is invited where nobody can tell who is there`(
        _ choice: GuestInvitation.AlreadyInvited,
        _ failure: StepFailure
    ) async {
        let stub = DirectoryStub()
        var guest = guest
        guest.ifAlreadyInvited = choice
        let faults = FaultTransport(stub, script: [failure.fault])
        let error = await #expect(throws: GraphError.self) { try await client(faults).inviteGuest(guest) }
        #expect(
            error?.guestProgress?.description
                == "listUsers failed, createInvitation not reached, updateUser not reached"
        )
        #expect(await stub.invitations.isEmpty)
    }

    @Test(arguments: [GuestInvitation.AlreadyInvited.returnExisting, .fail]) func `invites whom nobody has invited`(
        _ choice: GuestInvitation.AlreadyInvited
    ) async throws {
        let stub = DirectoryStub()
        var guest = guest
        guest.ifAlreadyInvited = choice
        let result = try await client(stub).inviteGuest(guest)
        #expect(result.isComplete && result.invitation != nil)
        #expect(await stub.log.prefix(2) == ["GET /users", "POST /invitations"])
    }

    @Test func `the guest goes to My Apps of the tenant that the token names`() async throws {
        let stub = DirectoryStub()
        var guest = guest
        guest.inviteRedirectURL = nil
        let token = Samples.token(#"{"tid":"69997834-fa40-45da-8c3c-382c3bdc66c3"}"#)
        _ = try await client(stub, token: token).inviteGuest(guest)
        let url = await stub.invitations.first?["inviteRedirectUrl"]?.stringValue
        #expect(url == "https://myapps.microsoft.com/?tenantid=69997834-fa40-45da-8c3c-382c3bdc66c3")
    }

    @Test(arguments: [GraphCloud.global, .china])
    func `where the tenant or its My Apps is not known, the address must be given`(
        _ cloud: GraphCloud
    ) async {
        let stub = DirectoryStub()
        var guest = guest
        guest.inviteRedirectURL = nil
        let error = await #expect(throws: GraphError.self) {
            try await client(stub, cloud: cloud, token: Samples.token("{}")).inviteGuest(guest)
        }
        #expect(error?.problems.map(\.field) == ["inviteRedirectURL"])
        #expect(await stub.log.isEmpty)
    }

    @Test func `all that is wrong is refused before anything is sent`() async {
        let stub = DirectoryStub()
        var guest = guest
        guest.invitedUserEmailAddress = "nobody"
        guest.userProperties.usageLocation = "Germany"
        guest.sponsors = (0..<6).map { .user("s\($0)") } + [.group("a@b")]
        let error = await #expect(throws: GraphError.self) { try await client(stub).inviteGuest(guest) }
        #expect(
            error?.problems.map(\.field)
                == ["invitedUserEmailAddress", "sponsors", "sponsors[6].id", "usageLocation"]
        )
        #expect(await stub.log.isEmpty)
    }
}
