import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@testable import invite_guest

@Suite struct InviteGuestTests {
    @Test func `plays the documented invitation without a tenant or a network`() async {
        let run = await run("admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com")
        #expect(run.code == .success)
        #expect(
            run.errors == "Offline: the answer is a recorded one, and nothing is sent. --live calls Microsoft Graph."
        )
        #expect(run.output.hasPrefix("POST https://graph.microsoft.com/v1.0/invitations\n"))
        let body = #"{"inviteRedirectUrl":"https://myapp.contoso.com","invitedUserEmailAddress":"admin@fabrikam.com"}"#
        #expect(run.output.contains("\n\(body)\n"))
        #expect(run.output.contains("guest id:   cbb896f9-8306-49d0-b56b-b8e39cd28825"))
        #expect(run.output.contains("redeem URL: <redeem URL> (a secret: --show-redeem-url prints it)"))
        #expect(!run.output.contains("login.microsoftonline.com/redeem"))
    }

    @Test func `shows the redeem URL where it is asked for`() async {
        let run = await run("admin@fabrikam.com", "--redirect-url=https://myapp.contoso.com", "--show-redeem-url")
        #expect(run.output.contains("redeem URL: https://login.microsoftonline.com/redeem?rd="))
    }

    @Test func `plays the documented reset`() async {
        let run = await run(
            "reset",
            "--user-id",
            "264e6d50-eaec-461e-b187-873b1bcf855f",
            "AdeleV@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com"
        )
        #expect(run.code == .success)
        #expect(run.output.contains("guest id:   264e6d50-eaec-461e-b187-873b1bcf855f"))
    }

    @Test func `prints JSON alone for scripts, and the redeem URL only where it is asked for`() async throws {
        let hidden = await run("admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com", "--json")
        let answer = try JSONDecoder().decode(JSONValue.self, from: Data(hidden.output.utf8))
        #expect(answer["invitedUser"]?["id"] == "cbb896f9-8306-49d0-b56b-b8e39cd28825")
        #expect(answer["inviteRedeemUrl"] == "<redeem URL>")
        #expect(hidden.errors.contains("--show-redeem-url prints it."))
        let shown = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--json",
            "--show-redeem-url"
        )
        let whole = try JSONDecoder().decode(JSONValue.self, from: Data(shown.output.utf8))
        #expect(whole["inviteRedeemUrl"]?.stringValue?.hasPrefix("https://login") == true)
    }

    @Test func `has an option for every member of an invitation`() async throws {
        let run = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--display-name",
            "Fabrikam Admin",
            "--user-type",
            "member",
            "--sponsor",
            "s1",
            "--sponsor",
            "s2",
            "--send-message",
            "--message",
            "Hello",
            "--language",
            "de",
            "--cc",
            "boss@contoso.com",
            "--cc-name",
            "The Boss",
            "--dry-run",
            "--json"
        )
        #expect(run.code == .success)
        let request = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8))
        #expect(
            request == [
                "method": "POST", "url": "https://graph.microsoft.com/v1.0/invitations",
                "headers": [
                    "Accept": "application/json", "Content-Type": "application/json",
                    "User-Agent": "graph-invitations/0.1.0", "Authorization": "<redacted>",
                ],
                "body": [
                    "invitedUserEmailAddress": "admin@fabrikam.com", "inviteRedirectUrl": "https://myapp.contoso.com",
                    "invitedUserDisplayName": "Fabrikam Admin", "invitedUserType": "Member",
                    "invitedUserSponsors": [["id": "s1"], ["id": "s2"]], "sendInvitationMessage": true,
                    "invitedUserMessageInfo": [
                        "customizedMessageBody": "Hello", "messageLanguage": "de",
                        "ccRecipients": [["emailAddress": ["address": "boss@contoso.com", "name": "The Boss"]]],
                    ],
                ],
            ]
        )
        #expect(run.errors.contains("warning: --language: is ignored"))
        #expect(run.errors.contains("warning: --message: is dropped"))
    }

    @Test func `prints a request as a curl command, and sends nothing`() async {
        let run = await run(
            "reset",
            "a@fabrikam.com",
            "--user-id=u1",
            "--redirect-url=https://x.example",
            "--message=Hi",
            "--send-message",
            "--cloud",
            "usGovernment",
            "--dry-run",
            "--live"
        )
        #expect(run.code == .success)
        #expect(run.output.contains("curl -X 'POST' 'https://graph.microsoft.us/v1.0/invitations'"))
        #expect(run.output.contains("-H 'Authorization: <redacted>'"))
        #expect(run.output.contains(#""resetRedemption" : true"#))
    }

    /// The documented invitation, as the app of the environment.
    private func inviteLive(over transport: some GraphTransport) async -> Run {
        await run(
            ["admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com", "--live"],
            environment: azure,
            transport: transport
        )
    }

    @Test func `calls the service as the app of the environment`() async {
        let replay = ReplayTransport(.signInAndCreate)
        let run = await inviteLive(over: replay)
        #expect(run.code == .success)
        #expect(run.errors.isEmpty)
        #expect(await replay.requests.last?.headers["Authorization"] == "Bearer example-access-token")
        #expect(!run.output.contains("PLANTED"))
        #expect(!run.output.contains("example-access-token"))
    }

    @Test(arguments: [
        (Fixture.invitationsNotAllowed, ExitCode.refused, "external collaboration settings"),
        (.serviceUnavailable, .unreachable, "serviceUnavailable (503)"),
        (.connectionLost, .unreachable, "A recorded fault: connectionLost."),
        (.throttled, .refused, "Repeat after 2.128 s."),
    ])
    func `tells a refusal from a service out of reach, with what to do`(
        _ fixture: Fixture,
        _ code: ExitCode,
        _ text: String
    ) async {
        let run = await inviteLive(over: ReplayTransport(.token, fixture))
        #expect(run.code == code)
        #expect(run.errors.hasPrefix("invite-guest: "))
        #expect(run.errors.contains(text))
        #expect(!run.errors.contains("PLANTED"))
    }

    @Test func `says why it waits, and goes on`() async {
        let faults = FaultTransport(
            ReplayTransport(.signInAndCreate),
            script: [.connectionRefused, nil, .throttled(retryAfter: "0.000")]
        )
        let run = await run(
            ["admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com", "--live"],
            environment: azure,
            transport: faults,
            retry: .default
        )
        #expect(run.code == .success)
        #expect(run.errors.hasPrefix("invite-guest: signIn, attempt 2: waiting 0 s (backoff)"))
    }

    @Test func `a refused sign-in is a refusal`() async {
        let run = await inviteLive(over: ReplayTransport(.tokenInvalidClient))
        #expect(run.code == .refused)
        #expect(run.errors.contains("AADSTS7000215"))
        #expect(run.errors.contains("Check the client ID and the value of the client secret"))
    }

    @Test(arguments: [
        (201, #"{"id":"1","status":"Error"}"#, ExitCode.refused, "the invitation failed"),
        (201, "<html>PLANTED</html>", .unreachable, "so the guest was probably invited."),
        (504, "", .unreachable, "look the address up among the users before inviting again"),
    ])
    func `an answer that leaves a doubt says so`(
        _ status: Int,
        _ body: String,
        _ code: ExitCode,
        _ text: String
    ) async {
        let transport = AnsweringTransport(status: status, body: body)
        let command = ["admin@fabrikam.com", "--redirect-url", "https://x.example", "--send-message", "--live"]
        let quiet = await run(command, environment: azure, transport: transport)
        #expect(quiet.code == code)
        #expect(quiet.errors.contains(text))
        #expect(!quiet.output.contains("PLANTED"))
        let shown = await run(command + ["--show-redeem-url"], environment: azure, transport: transport)
        #expect(shown.code == code)
        #expect(shown.output.contains("PLANTED") == body.contains("PLANTED"))
    }

    /// Signs everybody in, and answers invitations with one thing.
    private struct AnsweringTransport: GraphTransport {
        let status: Int
        let body: String

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            guard request.url.hasSuffix("/token") else {
                return TransportResponse(statusCode: status, body: Data(body.utf8))
            }
            return TransportResponse(statusCode: 200, body: Data(#"{"access_token":"t","expires_in":3599}"#.utf8))
        }
    }
}
