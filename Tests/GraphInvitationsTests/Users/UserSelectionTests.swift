import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct UserSelectionTests {
    @Test func `a property that was not selected is told from null`() throws {
        let user = try decoded(User.self, #"{"id":"u","externalUserState":null,"mail":"a@b.com"}"#)
        #expect(try user.selected.mail == "a@b.com")
        #expect(try user.selected.externalUserState == nil)
        let error = #expect(throws: GraphError.self) { try user.selected.userType }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems.map(\.field) == ["userType"])
        #expect(user.has(.externalUserState) && user.has(.mail) && !user.has(.userType))
    }

    @Test func `a value of another type is no null`() throws {
        let user = try decoded(User.self, #"{"otherMails":"a@b.com"}"#)
        let error = #expect(throws: GraphError.self) { try user.selected.otherMails }
        #expect(error?.code == .malformedResponse)
        #expect(error?.problems.map(\.field) == ["otherMails"])
    }

    @Test func `what is added by hand counts, and what has no property, too`() throws {
        var user = User()
        #expect(!user.has(.displayName))
        user.displayName = "A"
        #expect(user.has(.displayName))
        #expect(try decoded(User.self, #"{"city":"Oslo"}"#).has(User.Property(rawValue: "city")))
    }

    /// Every property, each of another type, is found by its name where it is not there.
    @Test func `each property is known by its name`() {
        let empty = User().selected
        #expect(field { _ = try empty.id } == "id")
        #expect(field { _ = try empty.accountEnabled } == "accountEnabled")
        #expect(field { _ = try empty.createdDateTime } == "createdDateTime")
        #expect(field { _ = try empty.proxyAddresses } == "proxyAddresses")
        #expect(field { _ = try empty.userType } == "userType")
        #expect(field { _ = try empty.externalUserState } == "externalUserState")
        #expect(field { _ = try empty.identities } == "identities")
        #expect(field { _ = try empty.signInActivity } == "signInActivity")
        #expect(field { _ = try empty.sponsors } == "sponsors")
    }

    private func field(_ read: () throws -> Void) -> String? {
        #expect(throws: GraphError.self) { try read() }?.problems.first?.field
    }

    @Test func `the properties of a guest are asked for by default`() async throws {
        let replay = ReplayTransport(.getGuest)
        let guest = try await Samples.client(replay).users["264e6d50-eaec-461e-b187-873b1bcf855f"].get()
        #expect(guest.externalUserState == .pendingAcceptance)
        #expect(try guest.selected.companyName == nil)
        for property in [User.Property].guest { #expect(guest.has(property)) }
    }
}
