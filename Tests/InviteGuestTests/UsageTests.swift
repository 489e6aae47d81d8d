import GraphInvitations
import GraphInvitationsMocks
import Testing

@testable import invite_guest

@Suite struct UsageTests {
    @Test(arguments: [
        ([], "The address to invite is missing"),
        (["a@b.example"], "--redirect-url is missing"),
        (["lst"], "There is no command lst, and an address has an @. The commands are reset, show, list,"),
        (["record", "f.json", "invite", "a@b.example", "--live"], "There is no command invite"),
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
        (
            ["a@b.example", "--redirect-url", "https://x.example", "--user-id", "u"],
            "--user-id is not for invite-guest."
        ),
        (["reset", "a@b.example", "--redirect-url", "https://x.example"], "--user-id is missing"),
        (
            ["reset", "a@b.example", "--user-id", "u", "--redirect-url", "https://x.example", "--sponsor", "s"],
            "--sponsor is not for invite-guest reset."
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
        let run = await run(arguments)
        #expect(run.code == .usage)
        #expect(run.errors.contains(message))
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

    @Test func `plays every command that the help lists`() async {
        let commands = Help.text.replacing("\n    --redirect-url", with: " --redirect-url").split(separator: "\n")
            .filter { $0.hasPrefix("  invite-guest ") }
        #expect(commands.count == 11)
        for command in commands {
            let run = await run(command.split(separator: " ").dropFirst().map(String.init))
            #expect(run.code == .success)
            #expect(!run.output.isEmpty)
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
