import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@testable import invite_guest

/// What the tool does with files, in a folder that is gone afterwards.
@Suite final class RecordingTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path() }

    private func write(_ contents: String, _ name: String) throws -> String {
        try Data(contents.utf8).write(to: folder.appending(path: name))
        return path(name)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private static let command = ["jane@tailspin.com", "--redirect-url", "https://portal.tailspin.com"]

    /// Signs in, and answers with what is anybody's.
    private struct Tenant: GraphTransport {
        var status = 201

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            guard !request.url.hasSuffix("/token") else {
                return TransportResponse(
                    statusCode: 200,
                    body: Data(#"{"token_type":"Bearer","access_token":"PLANTED","expires_in":3599}"#.utf8)
                )
            }
            let body =
                status == 201
                ? #"""
                {"id":"dc8b9eaa-68c0-4781-aa4f-be3a015c90f0","invitedUserEmailAddress":"jane@tailspin.com","status":\#
                "PendingAcceptance","inviteRedeemUrl":"https://login.microsoftonline.com/redeem?rd=PLANTED",\#
                "invitedUser":{"id":"ec8b9eaa-68c0-4781-aa4f-be3a015c90f0"}}
                """# : #"{"error":{"code":"Forbidden","message":"jane@tailspin.com is not welcome"}}"#
            return TransportResponse(statusCode: status, headers: ["Set-Cookie": "PLANTED"], body: Data(body.utf8))
        }
    }

    @Test(arguments: [["record", "FILE"], ["--live", "--record", "FILE"]])
    func `a live run is recorded, and the same command plays the file`(_ recording: [String]) async throws {
        let file = path("guest.json")
        let live = await run(
            recording.map { $0 == "FILE" ? file : $0 } + Self.command,
            environment: azure,
            transport: Tenant()
        )
        #expect(live.code == .success)
        #expect(live.errors == "Recorded in \(file), with placeholders for what is yours. --replay \(file) plays it.")
        let contents = try text("guest.json")
        for planted in ["PLANTED", "tailspin", "jane", "8b9eaa"] { #expect(!contents.contains(planted)) }
        for address in [Self.command, ["admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com"]] {
            let replay = await run(address + ["--replay", file])
            #expect(replay.code == .success, "\(replay.errors)")
            #expect(replay.output.contains("guest id:   00000000-0000-0000-0000-00000000000"))
        }
        #expect(await run("contract", file).code == .success)
    }

    @Test func `a refusal is recorded as well`() async throws {
        let live = await run(
            ["record", path("no.json")] + Self.command,
            environment: azure,
            transport: Tenant(status: 403)
        )
        #expect(live.code == .refused)
        #expect(try text("no.json").contains(#""message": "admin@fabrikam.com is not welcome""#))
        let replay = await run(Self.command + ["--replay", path("no.json")])
        #expect(replay.code == .refused)
        #expect(replay.errors.contains("admin@fabrikam.com is not welcome"))
    }

    @Test func `an invitation is told even where it cannot be recorded`() async throws {
        // A folder in the place of the file.
        let file = folder.appending(path: "guest.json")
        try FileManager.default.createDirectory(at: file.appending(path: "x"), withIntermediateDirectories: true)
        let live = await run(["record", path("guest.json")] + Self.command, environment: azure, transport: Tenant())
        #expect(live.code == .usage)
        #expect(live.output.contains("PendingAcceptance"))
        #expect(live.errors.contains("The recording could not be written to \(path("guest.json")): "))
    }

    @Test func `nobody is invited where the recording has no place`() async {
        let replay = ReplayTransport()
        let live = await run(["record", path("no/guest.json")] + Self.command, environment: azure, transport: replay)
        #expect(live.code == .usage)
        #expect(live.errors.contains("\(path("no/guest.json")) cannot be written: "))
        #expect(await replay.requests.isEmpty)
    }

    @Test func `several files are played one after the other, mocks of Dev Proxy among them`() async throws {
        let mocks = try write(
            #"""
            {"mocks":[{"request":{"url":"https://graph.microsoft.com/v1.0/invitations","method":"POST"},
             "response":{"statusCode":201,"body":{"id":"from the mocks"}}}]}
            """#,
            "mocks.json"
        )
        let throttled = try write(Fixture.throttled.contents, "throttled.json")
        let played = await run(Self.command + ["--replay", mocks])
        #expect(played.output.contains("from the mocks"))
        let busy = await run(Self.command + ["--replay", throttled, "--replay", mocks])
        #expect(busy.code == .refused)
        #expect(busy.errors.contains("throttled (429)"))
    }

    @Test func `a fixture is played by the values that stand in it, too`() async throws {
        let message = try write(Fixture.createInvitationEverything.contents, "everything.json")
        let command = [
            "admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com", "--display-name", "Fabrikam Admin",
            "--send-message", "--language", "de-DE", "--cc", "boss@contoso.com", "--cc-name", "The Boss", "--user-type",
            "guest", "--sponsor", "263a1289-8282-4bf7-91f7-550d9bba8c02", "--sponsor",
            "08143e93-989e-4771-ac78-803bcdac52d2",
        ]
        let played = await run(command + ["--replay", message])
        #expect(played.code == .success, "\(played.errors)")
    }

    @Test func `a folder is played and checked, and a broken file does not hide the others`() async throws {
        _ = try write(Fixture.createInvitation.contents, "a.json")
        _ = try write(Fixture.resetRedemption.contents, "b.json")
        let command = ["admin@fabrikam.com", "--redirect-url", "https://myapp.contoso.com"]
        #expect(await run(command + ["--replay", folder.path()]).code == .success)
        let bad = try write("{", "c.json")
        let checked = await run("contract", bad, path("a.json"))
        #expect(checked.code == .usage)
        #expect(
            checked.errors.hasPrefix("invite-guest: \(bad): The fixture c.json cannot be read: the file must be valid")
        )
        #expect(checked.output == "\(path("a.json")): 1 answer, as expected.")
        let whole = await run("contract", folder.path())
        #expect(whole.code == .usage)
        #expect(whole.output.contains("\(path("a.json")): 1 answer, as expected."))
        #expect(whole.errors.hasPrefix("invite-guest: \(bad): "))
        let converted = await run("convert", folder.path(), "--to", "har")
        #expect(converted.code == .usage)
        #expect(converted.errors.contains("is a folder: convert its files one by one."))
        let named = await run("convert", path("a.json"), "--to", "fixture", "--placeholder", "a=b")
        #expect(named.errors.contains("--placeholder is for archives; "))
        let forgotten = try write(#"{"description":"d","mocks":[]}"#, "no-source.json")
        #expect(await run("contract", forgotten).errors.contains("/source must be present, such as"))
    }

    @Test func `placeholders can be named, and what is no text is left out`() async throws {
        let archive = try write(
            #"""
            {"log":{"entries":[
            {"request":{"method":"GET","url":"https://graph.microsoft.com/v1.0/users/u"},
             "response":{"status":200,"content":{"text":"{\"displayName\":\"Jane Doe\",\"a\":\"about Jane\"}"}}},
            {"request":{"method":"GET","url":"https://graph.microsoft.com/v1.0/users/u/photo/$value"},
             "response":{"status":200,"content":{"text":"//79","encoding":"base64"}}}]}}
            """#,
            "a.har"
        )
        let named = ["--placeholder", "Jane Doe=Fabrikam Admin", "--placeholder", "Jane=Fabrikam"]
        let converted = await run(["convert", archive, "--to", "fixture"] + named)
        #expect(converted.code == .success)
        #expect(converted.errors == "Left out, because a body is no text: 1 exchange.")
        #expect(converted.output.contains(#""displayName": "Fabrikam Admin""#))
        #expect(converted.output.contains("about Fabrikam"))
        let wrong = await run("convert", archive, "--to", "fixture", "--placeholder", "Jane")
        #expect(wrong.code == .usage)
        #expect(wrong.errors.contains("--placeholder takes a value, an equals sign and what is to stand for it"))
    }

    @Test func `a broken contract is told and has a code of its own`() async throws {
        let stale = try write(Fixture.createInvitationUnknownWords.contents, "stale.json")
        let good = try write(Fixture.createInvitation.contents, "good.json")
        #expect(await run("contract", good).code == .success)
        let both = await run("contract", good, stale)
        #expect(both.code == .refused)
        #expect(both.output.hasPrefix("\(good): 1 answer, as expected.\n\(stale):\nfailure: stale.json#1 "))
        #expect(
            both.output.contains(
                "failure: stale.json#1 (POST /v1.0/invitations) /sendInvitationMessage is a string, where true or false is"
            )
        )
    }

    @Test func `an archive is checked, and becomes a fixture and back`() async throws {
        let fixture = try write(Fixture.signInAndCreate.contents, "a.json")
        #expect(await run("convert", fixture, "--to", "har", "--output", path("a.har")).code == .success)
        #expect(await run("contract", path("a.har")).output == "\(path("a.har")): 2 answers, as expected.")
        #expect(await run("convert", path("a.har"), "--to", "fixture", "--output", path("b.json")).code == .success)
        let played = await run(
            "admin@fabrikam.com",
            "--redirect-url",
            "https://myapp.contoso.com",
            "--replay",
            path("b.json")
        )
        #expect(played.code == .success)
        #expect(!(try text("b.json")).contains("example-access-token"))
        let shown = await run("convert", fixture, "--to", "dev-proxy")
        #expect(shown.output.contains(#""$schema": "https://raw.githubusercontent.com/dotnet/dev-proxy/"#))
    }

    @Test(arguments: [
        (["contract"], "invite-guest contract needs a file of recorded traffic."),
        (["contract", "/no/such.json"], "The fixture /no/such.json cannot be read: the file must be there, readable"),
        (["contract", "a.json", "--live"], "--live is not for invite-guest contract."),
        (["convert", "a.json"], "--to is missing or unknown; it takes one of fixture, har, dev-proxy."),
        (["convert", "a.json", "b.json", "--to", "har"], "One file at a time; b.json is too many."),
        (["convert", "a.json", "--to", "har", "--json"], "--json is not for invite-guest convert."),
        (["record"], "record needs a file, and then the command to record."),
        (["record", "f"], "The address to invite is missing."),
        (["record", "f", "a@b.example", "--record", "g"], "--record says what record says: give one of them."),
        (
            ["record", "f", "a@b.example", "--replay", "g"],
            "--replay sends nothing, and --live does: give one of them."
        ),
        (["a@b.example", "--record", "f"], "--record takes down a live run: add --live."),
        (["a@b.example", "--record", "f", "--live", "--dry-run"], "--dry-run sends nothing that could be recorded."),
        (["a@b.example", "--placeholder", "a=b"], "--placeholder is for recordings: add --record, or --replay"),
        (["a@b.example", "--dry-run", "--replay", "f"], "--dry-run plays nothing: leave out --replay."),
        (["a@b.example", "--to", "har"], "--to is not for invite-guest."),
        (
            ["a@b.example", "--redirect-url", "https://x.example", "--replay", "/no.json"],
            "The fixture /no.json cannot be read"
        ),
    ])
    func `wrong usage names the option and what to do`(_ arguments: [String], _ message: String) async {
        let run = await run(arguments)
        #expect(run.code == .usage)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func `an archive has to become a fixture before it is played`() async throws {
        let archive = try write(try HTTPArchive.contents(of: .createInvitation), "a.har")
        let run = await run(Self.command + ["--replay", archive])
        #expect(run.code == .usage)
        #expect(run.errors.contains("a.har is an archive: make a fixture of it first, with invite-guest convert."))
    }
}
