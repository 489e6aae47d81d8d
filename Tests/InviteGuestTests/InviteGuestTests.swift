import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@testable import invite_guest

@Suite struct InviteGuestTests {
    /// What one run of the tool said.
    private struct Run {
        let code: ExitCode
        let output: String
        let errors: String
    }

    private static let azure = [
        "AZURE_TENANT_ID": "contoso.onmicrosoft.com", "AZURE_CLIENT_ID": "00001111-aaaa-2222-bbbb-3333cccc4444",
        "AZURE_CLIENT_SECRET": "PLANTED",
    ]

    private func run(
        _ arguments: String...,
        environment: [String: String] = [:],
        transport: (any GraphTransport)? = nil
    ) async -> Run {
        let (output, errors) = (Lines(), Lines())
        let tool = Tool(
            environment: environment,
            liveTransport: transport,
            output: { output.lines.append($0) },
            errorOutput: { errors.lines.append($0) }
        )
        return Run(code: await tool.run(arguments), output: output.text, errors: errors.text)
    }

    private final class Lines {
        var lines: [String] = []
        var text: String { lines.joined(separator: "\n") }
    }

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

    @Test func `calls the service as the app of the environment`() async {
        let replay = ReplayTransport(.signInAndCreate)
        let run = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--live",
            environment: Self.azure,
            transport: replay
        )
        #expect(run.code == .success)
        #expect(run.errors.isEmpty)
        #expect(await replay.requests.last?.headers["Authorization"] == "Bearer example-access-token")
        #expect(!run.output.contains("PLANTED"))
        #expect(!run.output.contains("example-access-token"))
    }

    @Test(arguments: [
        (Fixture.invitationsNotAllowed, ExitCode.refused, "external collaboration settings"),
        (.serviceUnavailable, .unreachable, "serviceUnavailable (503)"),
        (.connectionLost, .unreachable, "A recorded loss of the connection."),
        (.throttled, .refused, "Repeat after 2.128 s."),
    ])
    func `tells a refusal from a service out of reach, with what to do`(
        _ fixture: Fixture,
        _ code: ExitCode,
        _ text: String
    ) async {
        let run = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--live",
            environment: Self.azure,
            transport: ReplayTransport(.token, fixture)
        )
        #expect(run.code == code)
        #expect(run.errors.hasPrefix("invite-guest: "))
        #expect(run.errors.contains(text))
        #expect(!run.errors.contains("PLANTED"))
    }

    @Test func `a refused sign-in is a refusal`() async {
        let run = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--live",
            environment: Self.azure,
            transport: ReplayTransport(.tokenInvalidClient)
        )
        #expect(run.code == .refused)
        #expect(run.errors.contains("AADSTS7000215"))
        #expect(run.errors.contains("Check the client ID and the value of the client secret"))
    }

    @Test(arguments: [
        ([], "The address to invite is missing"),
        (["a@b.example"], "--redirect-url is missing"),
        (["a@b.example", "c@d.example", "--redirect-url", "https://x.example"], "One address at a time"),
        (["a@b.example", "--redirect-url"], "--redirect-url needs a value."),
        (["a@b.example", "--redirect-url", "--json"], "--redirect-url needs a value."),
        (["a@b.example", "--redirect-url", "x", "--redirect-url", "y"], "--redirect-url is given twice."),
        (["a@b.example", "--redirct-url", "x"], "There is no option --redirct-url."),
        (["a@b.example", "--live=yes"], "--live takes no value."),
        (
            ["a@b.example", "--redirect-url", "https://x.example", "--user-type", "boss"],
            "--user-type takes guest or member."
        ),
        (["a@b.example", "--redirect-url", "https://x.example", "--cc-name", "B"], "--cc-name needs --cc."),
        (["a@b.example", "--redirect-url", "https://x.example", "--user-id", "u"], "--user-id is for resets"),
        (["reset", "a@b.example", "--redirect-url", "https://x.example"], "--user-id is missing"),
        (
            ["reset", "a@b.example", "--user-id", "u", "--redirect-url", "https://x.example", "--sponsor", "s"],
            "--sponsor is for invitations"
        ),
        (["a@b.example", "--redirect-url", "https://x.example", "--cloud", "moon"], "There is no cloud of that name."),
        (["a@b.example", "--redirect-url", "https://x.example", "--live"], "the trait URLSession is off"),
        (["a+b@c", "--redirect-url", "x"], "invite-guest: --redirect-url: is not an absolute http or https URL."),
        (
            ["nobody@fabrikam.com", "--redirect-url", "https://x.example"],
            "--help lists the requests with a recorded answer."
        ),
    ])
    func `wrong usage names the option and what to do`(_ arguments: [String], _ message: String) async {
        let lines = Lines()
        let tool = Tool(environment: [:], liveTransport: nil, output: { _ in }, errorOutput: { lines.lines.append($0) })
        #expect(await tool.run(arguments) == .usage)
        #expect(lines.text.contains(message))
    }

    @Test func `a dry run refuses what sending would refuse`() async {
        let run = await run(
            "a@b.example",
            "--redirect-url",
            "https://x.example",
            "--sponsor",
            "s",
            "--cloud",
            "china",
            "--dry-run"
        )
        #expect(run.code == .usage)
        #expect(run.errors.contains("--sponsor: is not known to invitations in the cloud china."))
        #expect(run.output.isEmpty)
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
        let quiet = await runLive(command, transport)
        #expect(quiet.code == code)
        #expect(quiet.errors.contains(text))
        #expect(!quiet.output.contains("PLANTED"))
        let shown = await runLive(command + ["--show-redeem-url"], transport)
        #expect(shown.code == code)
        #expect(shown.output.contains("PLANTED") == body.contains("PLANTED"))
    }

    private func runLive(_ arguments: [String], _ transport: some GraphTransport) async -> Run {
        let (output, errors) = (Lines(), Lines())
        let tool = Tool(
            environment: Self.azure,
            liveTransport: transport,
            output: { output.lines.append($0) },
            errorOutput: { errors.lines.append($0) }
        )
        return Run(code: await tool.run(arguments), output: output.text, errors: errors.text)
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

    @Test func `a live call names the variables that are missing`() async {
        let run = await run(
            "a@b.example",
            "--redirect-url",
            "https://x.example",
            "--live",
            environment: ["AZURE_CLIENT_ID": "c"],
            transport: ReplayTransport()
        )
        #expect(run.code == .usage)
        #expect(run.errors.contains("--live needs, in the environment, AZURE_TENANT_ID, AZURE_CLIENT_SECRET."))
    }

    @Test func `plays every command that the help lists`() async {
        let commands = Help.text.replacing("\n    --redirect-url", with: " --redirect-url").split(separator: "\n")
            .filter { $0.hasPrefix("  invite-guest ") }
        #expect(commands.count == 3)
        for command in commands {
            let lines = Lines()
            let tool = Tool(
                environment: [:],
                liveTransport: nil,
                output: { lines.lines.append($0) },
                errorOutput: { _ in }
            )
            #expect(await tool.run(command.split(separator: " ").dropFirst().map(String.init)) == .success)
            #expect(lines.text.contains("status:     PendingAcceptance"))
        }
    }

    @Test func `a text that looks like an option can be an address`() async {
        let run = await run("--redirect-url", "https://x.example", "--dry-run", "--", "-a@b.example")
        #expect(run.code == .usage)
        #expect(run.errors.contains("begins or ends its user name with a dot or hyphen."))
    }

    @Test(arguments: ["--help", "-h"]) func `explains itself`(_ option: String) async {
        let run = await run(option)
        #expect(run.code == .success)
        for option in Option.allCases { #expect(run.output.contains(option.rawValue)) }
    }
}
