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

    static func reset(_ graph: GraphClient) async throws {
        let reset = RedemptionReset(
            userID: "264e6d50-eaec-461e-b187-873b1bcf855f",
            invitedUserEmailAddress: "AdeleV@fabrikam.com",
            inviteRedirectURL: "https://myapp.contoso.com"
        )
        let again = try await graph.invitations.resetRedemption(reset)
        print(again)
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

    static func configure(_ credential: some TokenCredential) -> GraphClient {
        var configuration = GraphClient.Configuration()
        configuration.retry = RetryPolicy(maximumAttempts: 6, totalTime: .seconds(300))
        configuration.onEvent = { event in print(event) }  // Requests, answers, waits, tokens; never a secret.

        return GraphClient(credential: credential, configuration: configuration)
    }

    static func lookAtRequests(_ graph: GraphClient, _ new: NewInvitation) async throws {
        let request: GraphRequest<Invitation> = try .createInvitation(new)
        print(request.operation.leastPrivilegedPermission)
        print(request.transportRequest(for: .global).curlCommand)
        let sent = try await graph.send(request)
        print(sent)
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
