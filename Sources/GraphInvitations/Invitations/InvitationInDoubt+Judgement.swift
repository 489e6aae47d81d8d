#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension InvitationInDoubt {
    /// What keeps it from being looked up: nobody found for no address would prove nothing.
    var problems: [ValidationFinding] {
        if let resetUserID, !resetUserID.isObjectID {
            return [
                ValidationFinding(
                    field: "resetUserID",
                    rule: resetUserID.isEmpty ? "is empty." : "is not an object id.",
                    remedy: "Give the object id of the guest; nil for an invitation."
                )
            ]
        }
        guard !invitedUserEmailAddress.contains("@") || invitedUserEmailAddress.containsBlankOrControl else {
            return []
        }
        return [
            ValidationFinding(
                field: "invitedUserEmailAddress",
                rule: "is not an e-mail address.",
                remedy: "Give the address that was invited."
            )
        ]
    }

    /// What the users who have the address say about the invitation.
    ///
    /// - Parameters:
    ///   - users: The users.
    ///   - now: When they were read.
    ///   - settlingTime: After which time a new guest is visible for certain.
    /// - Returns: What follows.
    func judgement(on users: [User], at now: Date, settlingTime: Duration) -> Reconciliation {
        // The clocks of the service and of this machine differ by some seconds.
        let earliest = sentAt.addingTimeInterval(-60)
        guard let user = users.first else {
            let isSettled = endedAt.addingTimeInterval(max(0, settlingTime.inSeconds)) <= now
            return resetUserID == nil && isSettled ? .notInvited : .unknown([])
        }
        let happened =
            resetUserID == nil
            ? user.createdDateTime
            : user.externalUserState == .pendingAcceptance ? user.externalUserStateChangeDateTime : nil
        guard users.count == 1, let happened, happened >= earliest else { return .unknown(users) }
        return .invited(user)
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
