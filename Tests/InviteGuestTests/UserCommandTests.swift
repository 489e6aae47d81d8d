import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@testable import invite_guest

@Suite struct UserCommandTests {
    private let adele = "264e6d50-eaec-461e-b187-873b1bcf855f"
    private let sara = "263a1289-8282-4bf7-91f7-550d9bba8c02"

    /// Runs a command as the app of the environment, over recorded answers.
    private func live(_ arguments: String..., over replay: ReplayTransport, input: [String] = []) async -> Run {
        await run(arguments + ["--live"], environment: azure, transport: replay, input: input)
    }

    @Test func `lists guests as a table`() async {
        let run = await run("list")
        #expect(run.code == .success)
        #expect(
            run.output == """
                NAME                    MAIL                            STATE             CREATED    ID
                Adele Vance             AdeleV@fabrikam.com             Accepted          2025-06-01 \(adele)
                admin                   admin@fabrikam.com              PendingAcceptance 2026-01-01 \
                cbb896f9-8306-49d0-b56b-b8e39cd28825
                2 users
                """
        )
    }

    @Test func `lists JSON that can be read, also of nobody`() async throws {
        let run = await run("list", "--json")
        let users = try JSONDecoder().decode([User].self, from: Data(run.output.utf8))
        #expect(users.map(\.displayName) == ["Adele Vance", "admin"])
        let nobody = Fixture(
            name: "nobody",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/users?*"},"response":{"body":{"value":[]}}}]}
                """#
        )
        let empty = await live("list", "--json", over: ReplayTransport(.token, nobody))
        #expect(try JSONDecoder().decode([User].self, from: Data(empty.output.utf8)).isEmpty)
    }

    @Test(arguments: [
        (["--pending"], "userType eq 'Guest' and externalUserState eq 'PendingAcceptance'", false),
        (["--domain", "fabrikam.com"], "userType eq 'Guest' and endsWith(mail,'@fabrikam.com')", true),
        (["--filter", "city eq 'Oslo' or city eq 'Bergen'"], "city eq 'Oslo' or city eq 'Bergen'", false),
        (
            ["--filter", "city eq 'Oslo' or city eq 'Bergen'", "--pending"],
            "(city eq 'Oslo' or city eq 'Bergen') and externalUserState eq 'PendingAcceptance'", false
        ),
        (["--search", "displayName:wa"], "userType eq 'Guest'", true),
        (["--filter", "endsWith(mail,'a')", "--advanced"], "endsWith(mail,'a')", true),
    ])
    func `filters guests, and asks for an advanced query where one is needed`(
        _ options: [String],
        _ filter: String,
        _ isAdvanced: Bool
    ) async throws {
        let run = await run(["list", "--dry-run", "--json"] + options)
        #expect(run.code == .success)
        let request = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8))
        let components = URLComponents(string: request["url"]?.stringValue ?? "")
        #expect(components?.queryItems?.first { $0.name == "$filter" }?.value == filter)
        #expect((request["headers"]?["ConsistencyLevel"] == "eventual") == isAdvanced)
        #expect(components?.queryItems?.contains { $0.name == "$count" } == isAdvanced)
    }

    @Test func `shows what one needs of a guest, or all as JSON`() async throws {
        let short = await run("show", adele)
        #expect(short.output.contains("mail:         AdeleV@fabrikam.com\n"))
        #expect(short.output.contains("state:        PendingAcceptance\n"))
        let whole = await run("show", adele, "--json")
        #expect(try JSONDecoder().decode(User.self, from: Data(whole.output.utf8)).proxyAddresses?.count == 1)
    }

    @Test func `shows and restores whom was removed`() async {
        let replay = ReplayTransport(.token, .getDeletedUser, .restoreUser)
        let shown = await live("show", adele, "--deleted", over: replay)
        #expect(shown.output.contains("state:        deleted 2026-01-02\n"))
        let restored = await live("restore", adele, over: ReplayTransport(.token, .restoreUser))
        #expect(restored.output == "\(adele) is restored.")
    }

    @Test(arguments: [(["y"], true), (["YES"], true), (["n"], false), ([""], false), ([], false)])
    func `removes only whom somebody agrees to`(_ input: [String], _ isRemoved: Bool) async {
        let replay = ReplayTransport(.token, .getGuest, .deleteUser)
        let run = await live("remove", adele, over: replay, input: input)
        #expect(run.errors.hasPrefix("Remove Adele Vance <AdeleV@fabrikam.com>, id \(adele)? [y/N]"))
        #expect(run.code == (isRemoved ? .success : .refused))
        #expect(await replay.requests.contains { $0.method == "DELETE" } == isRemoved)
        #expect(run.errors.contains("--yes removes without asking") == input.isEmpty)
    }

    @Test func `removes without asking where that is said`() async {
        let replay = ReplayTransport(.token, .deleteUser)
        let run = await live("remove", adele, "--yes", over: replay)
        #expect(run.code == .success)
        #expect(await replay.requests.map(\.method) == ["POST", "DELETE"])
    }

    @Test func `changes sponsors, and shows who they are then`() async throws {
        let group = "08143e93-989e-4771-ac78-803bcdac52d2"
        let replay = ReplayTransport(.token, .addSponsor, .addGroupAsSponsor, .listSponsors)
        let run = await live("sponsors", adele, "--add", sara, "--add-group", group, over: replay)
        #expect(run.errors == "invite-guest: added \(sara)\ninvite-guest: added \(group)")
        #expect(run.output == "user    Sara Davis              \(sara)\ngroup                           \(group)")
        try await replay.verify()
    }

    @Test func `changes no sponsors who are as they should be`() async throws {
        let replay = ReplayTransport(.token, .removeSponsor, .removeNobody, .sponsorExists, .listSponsors)
        let run = await live(
            "sponsors",
            adele,
            "--add-group",
            "08143E93-989e-4771-ac78-803bcdac52d2",
            "--remove",
            sara,
            "--remove",
            "00000000-aaaa-4bbb-8ccc-000000000009",
            over: replay
        )
        #expect(
            run.errors == """
                invite-guest: removed \(sara)
                invite-guest: 00000000-aaaa-4bbb-8ccc-000000000009 is no sponsor
                invite-guest: 08143E93-989e-4771-ac78-803bcdac52d2 is a sponsor already
                """
        )
        try await replay.verify()
    }

    @Test func `a list that ends early is still JSON`() async throws {
        let page = Fixture(
            name: "page",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/users?*"},"response":{"body":{"value":[{"id":"u"}],
                "@odata.nextLink":"https://graph.microsoft.com/v1.0/users?$skiptoken=1"}}},
                {"request":{"url":"https://graph.microsoft.com/v1.0/users?$skiptoken=1"},"response":{"statusCode":403}}]}
                """#
        )
        let run = await live("list", "--json", over: ReplayTransport(.token, page))
        #expect(run.code == .refused)
        #expect(try JSONDecoder().decode([User].self, from: Data(run.output.utf8)).map(\.id) == ["u"])
    }

    @Test func `a list that fails at once prints no list`() async {
        let run = await live("list", "--json", over: ReplayTransport(.token, .usersForbidden))
        #expect(run.code == .refused)
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [["remove", "--yes"], ["restore"]]) func `what is done is told as JSON, too`(
        _ words: [String]
    ) async throws {
        let run = await run([words[0], adele] + words.dropFirst() + ["--json"])
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) == ["id": .string(adele)])
    }

    @Test func `a sponsor's account is out of reach`() async {
        let shown = await run("sponsors", adele, "--remove", sara, "--dry-run")
        #expect(shown.output.contains("/v1.0/users/\(adele)/sponsors/\(sara)/$ref"))
        let refused = await run("sponsors", adele, "--remove", "")
        #expect(refused.code == .usage)
        #expect(refused.errors.contains("--add, --add-group, --remove: is empty."))
    }

    @Test func `waits for a guest, and until the guest has accepted`() async throws {
        let get = ReplayTransport(.token, .userNotFound, .getGuest, .guestAccepts)
        let run = await live("wait", adele, "--accepted", over: get)
        #expect(run.code == .success)
        #expect(run.output.contains("id:           \(adele)"))
        #expect(
            run.errors == """
                invite-guest: getUser, attempt 2: waiting 2 s (replication)
                invite-guest: PendingAcceptance
                invite-guest: Accepted
                """
        )
        try await get.verify()
    }

    @Test func `a user who was not invited has not accepted`() async {
        let member = Fixture(
            name: "member",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/users/*"},"repeat":true,"response":{"body":
                {"id":"u","externalUserState":null,"externalUserStateChangeDateTime":null}}}]}
                """#
        )
        let run = await live("wait", "u", "--accepted", over: ReplayTransport(.token, member))
        #expect(run.code == .refused)
        #expect(run.errors == "invite-guest: The user was not invited.")
    }

    @Test func `gives up waiting after the time that was given`() async {
        let run = await live("wait", adele, "--timeout", "0", over: ReplayTransport(.token, .userNotFound))
        #expect(run.code == .refused)
        #expect(run.errors.contains("notFound (404)"))
    }

    @Test(arguments: [
        (["show"], "invite-guest show needs a user: the object id or the user principal name."),
        (["show", "a", "b"], "One user at a time; b is too many."),
        (["list", "a"], "invite-guest list takes no user; invite-guest show a shows one."),
        (["remove", "a", "--json", "--redirect-url", "x"], "--redirect-url is not for invite-guest remove."),
        (["wait", "a", "--timeout", "soon"], "--timeout takes a number of seconds."),
        (["restore", "a@contoso.com"], "USER: is not an object id."),
        (["show", ".."], "USER: is a step in a path."),
        (["list", "--search", ""], "--search: is empty."),
        (["list", "--search", "a", "--deleted"], "leave out --deleted."), (["list", "--advanced"], "add --filter."),
    ])
    func `wrong usage says what to do`(_ arguments: [String], _ message: String) async {
        let run = await run(arguments)
        #expect(run.code == .usage)
        #expect(run.errors.contains(message))
    }

    @Test func `a recorded change of sponsors plays by the ids that were given`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "sponsors.json").path(percentEncoded: false)
        let (guest, sponsor) = ("9f5e2c11-0000-4000-8000-123456789abc", "9f5e2c11-0000-4000-8000-123456789abd")
        let own = [Fixture.removeSponsor, .listSponsors]
            .map { fixture in
                let contents = fixture.contents.replacing(adele, with: guest).replacing(sara, with: sponsor)
                return Fixture(name: fixture.name, contents: contents)
            }
        let command = ["sponsors", guest, "--remove", sponsor]
        let recorded = await run(
            ["record", path] + command,
            environment: azure,
            transport: ReplayTransport([.token] + own)
        )
        #expect(recorded.code == .success)
        let played = await run(command + ["--replay", path])
        #expect(played.code == .success)
        #expect(played.errors.contains("removed \(sponsor)"))
    }

    @Test func `a recorded run has placeholders for the user, and plays by the user`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "show.json").path(percentEncoded: false)
        let id = "9f5e2c11-0000-4000-8000-123456789abc"
        let own = Fixture(name: "own", contents: Fixture.getGuest.contents.replacing(adele, with: id))
        let recorded = await run(
            ["record", path, "show", id],
            environment: azure,
            transport: ReplayTransport(.token, own)
        )
        #expect(recorded.code == .success)
        #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains(id))
        let played = await run("show", id, "--replay", path)
        #expect(played.code == .success)
    }
}
