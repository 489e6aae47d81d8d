import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// The samples of the article "Looking after guests", compiled and run.
///
/// `SampleTests` checks that they are the same.
@Suite struct GuestSamples {
    private static let id = DirectoryStub.id

    private static func client(_ fixtures: Fixture...) -> GraphClient {
        Samples.client(ReplayTransport(fixtures), clock: ManualClock(skipsWaits: true))
    }

    @Test func invitingInOneCall() async throws {
        let graph = Self.client(.findNobody, .anyInvitation, .anyUpdate)
        var guest = GuestInvitation(
            invitedUserEmailAddress: "admin@fabrikam.com",
            inviteRedirectURL: "https://myapp.contoso.com"
        )
        guest.givenName = "Fabrikam"
        guest.surname = "Admin"
        guest.userProperties.companyName = "Fabrikam"
        guest.sponsors = [.user("263a1289-8282-4bf7-91f7-550d9bba8c02")]
        guest.ifAlreadyInvited = .returnExisting

        var result = try await graph.inviteGuest(guest)
        if !result.isComplete {
            print(result.unfinishedSteps)
            result = await graph.resume(result)
        }
        #expect(result.isComplete)
    }

    @Test func readingWithoutMistaking() async throws {
        let text = #"""
            {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
            {"request":{"url":"https://graph.microsoft.com/v1.0/users/*"},
            "response":{"body":{"id":"u","externalUserState":null}}}]}
            """#
        let graph = Self.client(Fixture(name: "guest", contents: text))
        let id = Self.id
        await #expect(throws: GraphError.self) {
            let user = try await graph.users[id].get(select: [.id, .externalUserState])
            print(user.externalUserState == nil)  // Null, or not in the answer.
            print(try user.selected.companyName ?? "none")  // Throws: it was not selected.
        }
    }

    @Test func findingAndListing() async throws {
        let text = #"""
            {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
            {"request":{"url":"https://graph.microsoft.com/v1.0/users?*"},"repeat":true,"response":{"body":{"value":[]}}},
            {"request":{"url":"https://graph.microsoft.com/v1.0/users/$count?*"},"response":{"body":2}}]}
            """#
        let graph = Self.client(Fixture(name: "users", contents: text))
        for try await guest in graph.users.list(filter: .guests && .domain("fabrikam.com")) { print(guest.mail ?? "") }
        let known = try await graph.users.find(emailAddress: "admin@fabrikam.com")
        let pending = try await graph.users.count(filter: .guests && .pendingAcceptance)
        _ = (known, pending)
    }

    @Test func changing() async throws {
        let company = "Fabrikam"
        let graph = Samples.client(DirectoryStub())
        let id = Self.id
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        patch.companyName = .set(company)
        patch.department = .clear
        try await graph.users[id].update(patch)
    }

    @Test func waiting() async throws {
        let graph = Samples.client(DirectoryStub())
        let id = Self.id
        let usable = try await graph.users[id].waitUntilUsable(timeout: .seconds(600))
        for try await state in graph.users[id].redemptionStates(pollingEvery: .seconds(300)) {
            print(state)
            if state.externalUserState == .accepted { break }
        }
        _ = usable
    }

    @Test func resettingToAnotherAddress() async throws {
        let graph = Self.client(.resetToNewAddress)
        let id = Self.id
        do throws(GraphError) {
            let result = try await graph.users[id]
                .resetRedemption(to: "adele@contoso.example", redirectURL: "https://myapp.contoso.com")
            print(result.steps)
        } catch {
            print(error, error.guestProgress?.guest?.otherMails ?? [])  // The error ends with the steps.
        }
    }

    @Test func sponsors() async throws {
        let graph = Self.client(.addGroupAsSponsor, .listSponsors, .removeSponsor)
        let id = Self.id
        let sponsors = graph.users[id].sponsors
        try await sponsors.add(.group("08143e93-989e-4771-ac78-803bcdac52d2"))
        for sponsor in try await sponsors.list() { print(sponsor.odataType ?? "", sponsor.id ?? "") }
        try await sponsors.remove("263a1289-8282-4bf7-91f7-550d9bba8c02")
    }

    @Test func removingAndRestoring() async throws {
        let graph = Self.client(.deleteUser, .listDeletedUsers, .restoreUser)
        let id = Self.id
        try await graph.users[id].delete()
        for try await user in graph.users.listDeleted() { print(user.id ?? "", user.deletedDateTime ?? .distantPast) }
        try await graph.users[id].restore()
    }

    @Test func manyAtOnce() async throws {
        let stub = BatchStub { url, _ in (url == "/users/other" ? 403 : 200, [:], ["id": "u"]) }
        let graph = Samples.client(stub)
        let id = Self.id
        let other = "other"
        let (guest, deleted) = await graph.batch(try .getUser(id), try .deleteUser(other))
        print(try guest.get())
        if case .failure(let error) = deleted { print(error.code) }
    }
}
