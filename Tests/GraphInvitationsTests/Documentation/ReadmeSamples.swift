#if URLSession
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// The samples of the README, compiled.
///
/// `ReadmeTests` checks that they are the same.
enum ReadmeSamples {
    static func invite(
        tenantID: String,
        clientID: String,
        clientSecret: String,
        deliver: (String) -> Void
    ) async throws {
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: tenantID, clientID: clientID, clientSecret: clientSecret)
        )

        var new = NewInvitation(
            invitedUserEmailAddress: "admin@fabrikam.com",
            inviteRedirectURL: "https://myapp.contoso.com"
        )
        new.invitedUserDisplayName = "Fabrikam Admin"
        new.sendInvitationMessage = true  // Graph mails nobody unless asked to.
        new.invitedUserMessageInfo = .standard(language: "de-DE", cc: "boss@contoso.com")

        let invitation = try await graph.invitations.create(new)
        print(invitation.status == .pendingAcceptance, invitation.invitedUser?.id ?? "")
        if let url = invitation.inviteRedeemURL?.reveal() { deliver(url) }
    }

    static func lookAfterGuests(_ graph: GraphClient) async throws {
        var guest = GuestInvitation(invitedUserEmailAddress: "admin@fabrikam.com")  // Mailed, and sent to My Apps.
        guest.givenName = "Fabrikam"
        guest.userProperties.companyName = "Fabrikam"
        let result = try await graph.inviteGuest(guest)  // Invites, then sets the rest; unfinishedSteps, resume.
        for try await pending in graph.users.list(filter: .guests && .pendingAcceptance) { print(pending.mail ?? "") }
        let adele = graph.users["264e6d50-eaec-461e-b187-873b1bcf855f"]  // get, update, delete, sponsors …
        let again = try await adele.resetRedemption(
            to: "adele@contoso.example",
            redirectURL: "https://myapp.contoso.com"
        )
        let (user, sponsors) = await graph.batch(try .getUser(adele.id), try .listSponsors(of: adele.id))
        _ = (result, again, user, sponsors)
    }

    static func handleErrors(_ graph: GraphClient, _ new: NewInvitation) async throws {
        do throws(GraphError) {
            _ = try await graph.invitations.create(new)
        } catch {
            switch error.code {
            case .invalidRequest: print(error.problems)  // Nothing was sent; each names field, rule and remedy.
            default: print(error)  // invitationFailure, remedy, serviceError, attempts, requestID … hold the parts.
            }
            guard let doubt = error.invitationInDoubt else { return }
            print(try await graph.invitations.reconcile(doubt))  // .invited(User), .notInvited or .unknown
        }
    }

    static func testOffline() async throws {
        let replay = ReplayTransport(.createInvitation)
        let offline = GraphClient(credential: StaticTokenCredential("token"), transport: replay)
        let recorded = try await offline.invitations.create(
            NewInvitation(
                invitedUserEmailAddress: "admin@fabrikam.com",
                inviteRedirectURL: "https://myapp.contoso.com"
            )
        )
        #expect(recorded.invitedUser?.id == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        try await replay.verify()  // Unmatched, exhausted or unused exchanges throw an error that prints well.
    }
}
#endif
