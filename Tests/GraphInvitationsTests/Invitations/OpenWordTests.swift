import GraphInvitations
import Testing

@Suite struct OpenWordTests {
    @Test(arguments: [
        ("PendingAcceptance", InvitationStatus.pendingAcceptance), ("PENDINGACCEPTANCE", .pendingAcceptance),
        ("Pending Acceptance", .pendingAcceptance), ("completed", .completed), ("InProgress", .inProgress),
        ("Error", .error), ("Accepted", .unknown("Accepted")), ("", .unknown("")),
    ])
    func `a status is read without regard to case or blanks`(_ word: String, _ status: InvitationStatus) throws {
        #expect(InvitationStatus(rawValue: word) == status)
        #expect(try decoded([InvitationStatus].self, "[\"\(word)\"]") == [status])
    }

    @Test(arguments: [
        ("Guest", UserType.guest), ("member", .member), ("Partner", .unknown("Partner")),
    ])
    func `a user type is read the same way`(_ word: String, _ type: UserType) {
        #expect(UserType(rawValue: word) == type)
    }

    @Test(arguments: [
        ("Pending Acceptance", ExternalUserState.pendingAcceptance), ("Accepted", .accepted),
        ("Lost", .unknown("Lost")),
    ])
    func `a guest's state is read the same way`(_ word: String, _ state: ExternalUserState) {
        #expect(ExternalUserState(rawValue: word) == state)
    }

    @Test func `known words are written as Graph documents them`() throws {
        let words: [InvitationStatus] = [.pendingAcceptance, .completed, .inProgress, .error, .unknown("x y")]
        #expect(try json(encoding: words) == ["PendingAcceptance", "Completed", "InProgress", "Error", "x y"])
        #expect([UserType.guest, .member].map(\.rawValue) == ["Guest", "Member"])
        #expect([ExternalUserState.pendingAcceptance, .accepted].map(\.rawValue) == ["PendingAcceptance", "Accepted"])
    }

    @Test func `equal words are one member of a set`() {
        let states: Set<InvitationStatus> = [.error, InvitationStatus(rawValue: "ERROR"), .unknown("x"), .unknown("y")]
        #expect(states.count == 3)
    }
}
