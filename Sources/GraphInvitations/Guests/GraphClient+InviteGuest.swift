extension GraphClient {
    /// Invites a guest and sets what belongs to the guest: names, further properties, sponsors.
    ///
    /// After the invitation, each further step waits until the directory knows the guest
    /// (``Configuration/replication``). A step that fails costs nothing that was done before: the result has the
    /// invitation, and the step with its error; ``resume(_:)`` tries again.
    ///
    /// ```swift
    /// var guest = GuestInvitation(invitedUserEmailAddress: "admin@fabrikam.com")
    /// guest.givenName = "Fabrikam"
    /// guest.surname = "Admin"
    /// guest.userProperties.companyName = "Fabrikam"
    /// let result = try await graph.inviteGuest(guest)
    /// ```
    ///
    /// Inviting an address twice mails the person twice, unless ``GuestInvitation/ifAlreadyInvited`` says otherwise. An
    /// invitation that Graph answers with the status `error`, or without a guest, is in the result as a failed step.
    ///
    /// Needs the permission `User.Invite.All`; with names or properties also `User.ReadUpdate.All`
    /// (``UserPatch/leastPrivilegedPermission``); with sponsors outside the global cloud also `User.ReadWrite.All`; to
    /// look for the address also `User.Read.All`.
    ///
    /// Mirrors [Create invitation](https://learn.microsoft.com/graph/api/invitation-post), [Update
    /// user](https://learn.microsoft.com/graph/api/user-update) and [Assign
    /// sponsor](https://learn.microsoft.com/graph/api/user-post-sponsors).
    ///
    /// - Parameter guest: Whom to invite.
    /// - Returns: The invitation, and the steps with their outcome.
    /// - Throws: ``GraphError`` where nobody was invited, or it is unknown whether; with code `invalidRequest` before
    ///   anything is sent, with `conflict` where the address is in the directory and that was to fail.
    public func inviteGuest(_ guest: GuestInvitation) async throws(GraphError) -> GuestInvitationResult {
        if configuration.validation == .strict { try GraphError.refuse(guest.problems) }
        var invitation = guest.invitation(redirectingTo: try await redirectURL(for: guest))
        var steps = guest.patch.isEmpty ? [] : [GuestStep(guest.patch.operation)]
        if cloud.takesSponsorsOnInvitation {
            invitation.invitedUserSponsors = guest.sponsors.map { DirectoryObject(id: $0.id) }
        } else {
            steps += guest.sponsors.map { GuestStep(.addSponsor, sponsor: $0) }
        }
        var progress = GuestProgress(.listUsers, .createInvitation)
        progress.steps += steps
        let existing = try await existingUsers(for: guest, &progress)
        guard existing.isEmpty else {
            return GuestInvitationResult(
                invitation: nil,
                existingUsers: existing,
                steps: [GuestStep(.listUsers, outcome: .done)],
                patch: UserPatch()
            )
        }
        let answer = try await progress.perform(.createInvitation) { () async throws(GraphError) in
            try await invitations.create(invitation)
        }
        if answer.status == .error || answer.invitedUser?.id == nil {
            progress.note(.failed(.noGuest), .createInvitation)
        }
        return await resume(
            GuestInvitationResult(
                invitation: answer,
                existingUsers: [],
                steps: progress.steps,
                patch: guest.patch
            )
        )
    }

    private func existingUsers(
        for guest: GuestInvitation,
        _ progress: inout GuestProgress
    ) async throws(GraphError) -> [User] {
        guard guest.ifAlreadyInvited != .reinvite else {
            progress.skip(.listUsers)
            return []
        }
        return try await progress.perform(.listUsers) { () async throws(GraphError) in
            let existing = try await users.find(emailAddress: guest.invitedUserEmailAddress)
            guard guest.ifAlreadyInvited == .fail, let user = existing.first else { return existing }
            throw GraphError(alreadyInvited: user)
        }
    }

    /// Where the guest goes after accepting: by default the tenant's My Apps.
    private func redirectURL(for guest: GuestInvitation) async throws(GraphError) -> String {
        if let url = guest.inviteRedirectURL { return url }
        let token = cloud == .global ? try await accessToken(configuration.makeClientRequestID(), nil) : nil
        guard let tenantID = token?.tenantID else {
            let rule = cloud == .global ? "the token does not name the tenant." : "My Apps of this cloud is not known."
            throw GraphError(problems: [
                ValidationFinding(
                    field: "inviteRedirectURL",
                    rule: "is not given, and \(rule)",
                    remedy: "Give an absolute https URL."
                )
            ])
        }
        return GuestInvitation.myApps + "?tenantid=" + tenantID.percentEncoded
    }
}

extension GraphError {
    /// Graph answered with success, and without a guest of whom anything could be set.
    fileprivate static let noGuest = GraphError(
        code: .rejected,
        problems: [
            ValidationFinding(
                field: "invitation",
                rule: "has the status Error, or names no user.",
                remedy: "Look the address up among the users."
            )
        ]
    )

    fileprivate init(alreadyInvited user: User) {
        self.init(
            code: .conflict,
            problems: [
                ValidationFinding(
                    field: "invitedUserEmailAddress",
                    rule: "is that of the user \(user.id ?? "") already.",
                    remedy: "Look at that account, or invite with ifAlreadyInvited set to .reinvite."
                )
            ]
        )
    }
}
