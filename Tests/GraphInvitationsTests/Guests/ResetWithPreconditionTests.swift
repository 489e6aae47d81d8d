import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ResetWithPreconditionTests {
    private let address = "adele@contoso.example"
    private let app = "https://myapp.contoso.com"

    private func client(
        _ transport: some GraphTransport,
        _ clock: ManualClock = ManualClock(skipsWaits: true)
    ) -> GraphClient {
        Samples.client(transport, clock: clock)
    }

    private func guest(_ transport: some GraphTransport) -> UserRequestBuilder {
        client(transport).users[DirectoryStub.id]
    }

    private func outcomes(_ steps: [GuestStep]?) -> [String] {
        (steps ?? []).map { $0.error == nil ? $0.description : "\($0.operation) failed" }
    }

    @Test func `adds the address, waits until it is known, and resets`() async throws {
        let replay = ReplayTransport(.resetToNewAddress)
        let clock = ManualClock(skipsWaits: true)
        let result = try await client(replay, clock).users[DirectoryStub.id]
            .resetRedemption(to: address, redirectURL: app)
        #expect(result.invitation.invitedUser?.id == DirectoryStub.id)
        #expect(result.guest.otherMails == ["AdeleV@fabrikam.com", address])
        #expect(outcomes(result.steps) == ["getUser done", "updateUser done", "resetRedemption done"])
        #expect(await clock.waits == [.seconds(2)])
        try await replay.verify()
    }

    @Test(arguments: ["AdeleV@fabrikam.com", "adelev@FABRIKAM.com", "Second@fabrikam.com"])
    func `changes nothing where the guest has the address`(
        _ address: String
    ) async throws {
        let stub = DirectoryStub(otherMails: ["a@b.example", "second@fabrikam.com"])
        let result = try await guest(stub).resetRedemption(to: address, redirectURL: app)
        #expect(outcomes(result.steps) == ["getUser done", "updateUser not needed", "resetRedemption done"])
        #expect(await stub.log == ["GET /users/ID", "POST /invitations"])
    }

    @Test func `puts the address into mail where that is asked for, and leaves the others alone`() async throws {
        let stub = DirectoryStub(otherMails: [address])
        let result = try await guest(stub)
            .resetRedemption(to: address, redirectURL: app, storingIn: .mail, sendInvitationMessage: true)
        #expect(result.guest.mail == address)
        #expect(await stub.guest["mail"]?.stringValue == address)
        #expect(await stub.guest["otherMails"] == [.string(address)])
        #expect(await stub.invitations.first?["sendInvitationMessage"] == true)
    }

    @Test func `never drops an address, also one of many`() async throws {
        let many = (0..<40).map { "a\($0)@fabrikam.com" }
        let stub = DirectoryStub(otherMails: many)
        _ = try await guest(stub).resetRedemption(to: address, redirectURL: app)
        #expect(await stub.guest["otherMails"] == .array((many + [address]).map(JSONValue.string)))
    }

    @Test func `a list of addresses that did not come is not taken for an empty one`() async {
        let transport = FixedTransport(200, #"{"id":"u","mail":"a@b.example"}"#)
        let error = await #expect(throws: GraphError.self) {
            try await guest(transport).resetRedemption(to: address, redirectURL: app)
        }
        #expect(error?.problems.map(\.field) == ["otherMails"])
        #expect(await transport.requests.map(\.method) == ["GET"])
    }

    @Test func `a reset by name is sent by id`() async throws {
        let stub = DirectoryStub()
        _ = try await client(stub).users["AdeleV_fabrikam.com#EXT#@contoso.onmicrosoft.com"]
            .resetRedemption(to: "AdeleV@fabrikam.com", redirectURL: app)
        #expect(await stub.invitations.first?["invitedUser"]?["id"]?.stringValue == DirectoryStub.id)
    }

    @Test func `waits no longer than the patience lasts`() async {
        let stub = DirectoryStub(addressLag: 1_000)
        let clock = ManualClock(skipsWaits: true)
        var configuration = Samples.configuration
        configuration.clock = clock
        configuration.replication = .init(pollingInterval: .seconds(7), timeout: .seconds(30))
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: stub,
            configuration: configuration
        )
        let error = await #expect(throws: GraphError.self) {
            try await graph.users[DirectoryStub.id].resetRedemption(to: address, redirectURL: app)
        }
        #expect(error?.invitationFailure == .emailNotOnUser)
        #expect(await clock.waits == [.seconds(7), .seconds(7), .seconds(7), .seconds(7), .seconds(2)])
        #expect(error?.guestProgress?.guest?.otherMails?.contains(address) == true)
        let text = "\(error.map { "\($0)" } ?? "")"
        #expect(text.contains("Steps: getUser done, updateUser done, resetRedemption failed."))
        #expect(text.contains("call again later") && !text.contains("Add the address"))
    }

    @Test func `what Graph has confirmed stands, whatever a part of the directory says that has not caught up`() async {
        /// Reads as it was before, for good.
        struct Stale: GraphTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                let guest = #"{"id":"u","mail":"a@b.example","otherMails":["c@d.example"]}"#
                return switch request.method {
                case "GET": TransportResponse(statusCode: 200, body: Data(guest.utf8))
                case "PATCH": TransportResponse(statusCode: 204)
                default: TransportResponse(statusCode: 504)
                }
            }
        }
        let error = await #expect(throws: GraphError.self) {
            try await guest(Stale()).resetRedemption(to: address, redirectURL: app)
        }
        #expect(error?.guestProgress?.guest?.otherMails == ["c@d.example", address])
    }

    @Test func `a doubt that an attempt has left is not forgotten by the next`() async {
        let stub = DirectoryStub(addressLag: 1)
        let faults = FaultTransport(
            stub,
            script: [nil, nil, .answer(TransportResponse(statusCode: 504)), nil, StepFailure.refused.fault]
        )
        let graph = Samples.client(
            faults,
            retry: RetryPolicy(maximumAttempts: 2),
            clock: ManualClock(skipsWaits: true)
        )
        let error = await #expect(throws: GraphError.self) {
            try await graph.users[DirectoryStub.id].resetRedemption(to: address, redirectURL: app)
        }
        #expect(error?.code == .forbidden)
        #expect(error?.invitationInDoubt?.resetUserID == DirectoryStub.id)
    }

    @Test(arguments: 0..<3, StepFailure.allCases)
    func `says how far it came and what is true of the guest, and goes on when it is called again`(
        _ step: Int,
        _ failure: StepFailure
    ) async throws {
        let stub = DirectoryStub()
        let script: [FaultTransport.Fault?] = Array(repeating: nil, count: step) + [failure.fault]
        let faults = FaultTransport(stub, script: script)
        let error = try #require(
            await #expect(throws: GraphError.self) {
                try await guest(faults).resetRedemption(to: address, redirectURL: app)
            }
        )
        let names = ["getUser", "updateUser", "resetRedemption"]
        let expected = names.enumerated()
            .map { "\($1) \($0 < step ? "done" : $0 == step ? "failed" : "not reached")" }
        #expect(outcomes(error.guestProgress?.steps) == expected)
        #expect(error.guestProgress?.steps[step].error?.code == error.code)
        if step > 0 {
            let addresses = await stub.addresses
            let known = error.guestProgress?.guest
            #expect(known?.otherMails.map { $0 + [known?.mail ?? ""] } == addresses)
        }
        let before = await stub.addresses
        let result = try await guest(stub).resetRedemption(to: address, redirectURL: app)
        #expect(result.steps[1].isFinished)
        #expect(await stub.addresses.count { $0 == address } == 1)
        #expect(await stub.log.count { $0.hasPrefix("PATCH") } == 1 || !before.contains(address))
        #expect(await stub.guest["externalUserState"] == "PendingAcceptance")
    }

    @Test func `a reset with mail that is in doubt says so, beside the steps`() async {
        let stub = DirectoryStub()
        let faults = FaultTransport(stub, script: [nil, nil, .connectionLost(afterDelivery: true)])
        let error = await #expect(throws: GraphError.self) {
            try await guest(faults).resetRedemption(to: address, redirectURL: app, sendInvitationMessage: true)
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.invitationInDoubt?.resetUserID == DirectoryStub.id)
        // It was read once more, and shows what has happened.
        #expect(error?.guestProgress?.guest?.externalUserState == .pendingAcceptance)
        #expect(await stub.invitations.count == 1)
    }

    @Test func `what is wrong is refused before the guest is read`() async {
        let stub = DirectoryStub()
        let error = await #expect(throws: GraphError.self) {
            try await guest(stub).resetRedemption(to: "nobody", redirectURL: "myapp")
        }
        #expect(error?.problems.map(\.field) == ["invitedUserEmailAddress", "inviteRedirectURL"])
        #expect(await stub.log.isEmpty)
    }

    @Test func `a cancelled wait ends at once, and says what was done`() async throws {
        let stub = DirectoryStub(addressLag: 1_000)
        let clock = ManualClock()
        let graph = client(stub, clock)
        let task = Task { [address, app] in
            try await graph.users[DirectoryStub.id].resetRedemption(to: address, redirectURL: app)
        }
        await clock.waits(underWay: 1)
        task.cancel()
        let error = await #expect(throws: GraphError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.attempts.count == 1)
        #expect(outcomes(error?.guestProgress?.steps) == ["getUser done", "updateUser done", "resetRedemption failed"])
    }
}
