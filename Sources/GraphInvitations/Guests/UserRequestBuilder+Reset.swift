extension UserRequestBuilder {
    /// Where a reset puts an address that the guest does not have yet.
    public enum AddressPlace: Hashable, Sendable {
        /// Among ``User/otherMails``, beside all that are there.
        case otherMails
        /// In ``User/mail``, in place of the one that is there: so the guest can sign in without the redeem URL, too.
        case mail
    }

    /// Has a guest accept anew with an address, which is added to the guest first where that is needed.
    ///
    /// It reads the guest, adds the address, and resets; for as long as the directory has not learnt of the address, it
    /// waits (``GraphClient/Configuration/replication``). Account, groups and apps stay; so does the user principal
    /// name. Where a step fails, ``GraphError/guestProgress`` says what was done, and calling again does the rest.
    ///
    /// Needs the permission `User.ReadWrite.All`, and of a signed-in user the role Helpdesk Administrator or User
    /// Administrator. An app on its own behalf cannot reset a guest who holds a role of the directory.
    ///
    /// Graph takes the list of addresses as a whole, so the new one is added to the list that was read: an address that
    /// somebody adds in the same moment, or added so lately that the directory did not show it yet, is lost.
    ///
    /// Mirrors [Reset redemption status](https://learn.microsoft.com/entra/external-id/reset-redemption-status).
    ///
    /// - Parameters:
    ///   - emailAddress: The address with which the guest will accept; it may be the same as before.
    ///   - redirectURL: Where the guest goes after accepting: an absolute URL.
    ///   - place: Where to put the address.
    ///   - sendInvitationMessage: Whether Graph mails the guest.
    ///   - messageInfo: What the mail says.
    /// - Returns: The new invitation, the guest, and the steps.
    /// - Throws: ``GraphError``; with code `invalidRequest` before anything is changed, with `outcomeUnknown` where Graph
    ///   may have mailed the guest although no answer came.
    public func resetRedemption(
        to emailAddress: String,
        redirectURL: String,
        storingIn place: AddressPlace = .otherMails,
        sendInvitationMessage: Bool = false,
        messageInfo: InvitedUserMessageInfo? = nil
    ) async throws(GraphError) -> RedemptionResetResult {
        var reset = RedemptionReset(
            userID: id,
            invitedUserEmailAddress: emailAddress,
            inviteRedirectURL: redirectURL
        )
        reset.sendInvitationMessage = sendInvitationMessage
        reset.invitedUserMessageInfo = messageInfo
        if client.configuration.validation == .strict { try GraphError.refuse(reset.commonProblems) }

        var progress = GuestProgress(.getUser, .updateUser, .resetRedemption)
        let guest = try await progress.perform(.getUser) { () async throws(GraphError) in
            let guest = try await get()
            reset.userID = try guest.selected.id ?? id
            // Read here, so that a list that did not come is never taken for an empty one.
            _ = try guest.selected.otherMails
            return guest
        }
        progress.guest = guest
        if guest.has(emailAddress, in: place) {
            progress.skip(.updateUser)
        } else {
            let patch = guest.patch(adding: emailAddress, to: place)
            try await progress.perform(patch.operation, on: self) { () async throws(GraphError) in
                try await update(patch)
            }
            progress.confirm(patch)
        }
        let deadline = client.replicationDeadline()
        let invitation = try await progress.perform(.resetRedemption, on: self) { () async throws(GraphError) in
            try await client.replicated(.resetRedemption, until: deadline) {
                $0.invitationFailure == .emailNotOnUser
            } _: { () async throws(GraphError) in
                try await client.invitations.resetRedemption(reset)
            }
        }
        return RedemptionResetResult(
            invitation: invitation,
            guest: progress.guest ?? guest,
            steps: progress.steps
        )
    }
}

extension User {
    /// Whether Graph takes an address for one of the user's, and for the first one where that is asked.
    fileprivate func has(_ address: String, in place: UserRequestBuilder.AddressPlace) -> Bool {
        let addresses = (place == .mail ? [] : otherMails ?? []) + [mail ?? ""]
        return addresses.contains { $0.equalsIgnoringCase(address) }
    }

    fileprivate func patch(adding address: String, to place: UserRequestBuilder.AddressPlace) -> UserPatch {
        var patch = UserPatch()
        switch place {
        case .mail: patch.mail = address
        case .otherMails: patch.otherMails = (otherMails ?? []) + [address]
        }
        return patch
    }
}
