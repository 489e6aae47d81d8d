import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Plants secrets wherever one can be, and searches all that a client says.
@Suite struct PlantedSecretTests {
    private static let secret = "PLANTED-SECRET"
    private static let token = "PLANTED-TOKEN"
    private static let redeemURL = "https://login.example/redeem?rd=PLANTED-URL"

    /// Answers a sign-in with a token, and everything else as told.
    private struct Service: GraphTransport {
        let answer: TransportResponse

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            guard request.url.contains("/oauth2/") else { return answer }
            let body = #"{"expires_in":3599,"access_token":"\#(token)","refresh_token":"PLANTED-REFRESH"}"#
            return TransportResponse(statusCode: 200, headers: ["Set-Cookie": "PLANTED"], body: Data(body.utf8))
        }
    }

    static let answers: [(Int, HTTPFields, String)] = [
        (201, [:], #"{"id":"i","inviteRedeemUrl":"\#(redeemURL)"}"#),
        // In a form that no redeem URL should have.
        (201, [:], #"{"id":"i","inviteRedeemUrl":["\#(redeemURL)"],"status":"PendingAcceptance"}"#),
        (201, ["Location": redeemURL, "X-Ticket": "PLANTED"], #"{"inviteRedeemUrl":"\#(redeemURL)""#),
        (200, [:], #"["\#(redeemURL)"]"#), (200, [:], "<html>\(redeemURL)</html>"),
        (302, ["Location": redeemURL], ""), (500, [:], "Unhandled: Authorization: Bearer \(token)"),
        // A service that repeats what it was sent.
        (400, ["X-Echo": "Bearer \(token)"], #"{"error":{"code":"c","message":"Bearer \#(token) is not for me"}}"#),
        (403, [:], #"{"error":{"code":"\#(token)","message":"","innerError":{"token":"\#(token)"}}}"#),
        (401, ["Set-Cookie": "PLANTED"], ""), (503, ["Cookie": "PLANTED"], ""),
    ]

    @Test(arguments: answers) func `no call says a secret, whatever comes back`(
        _ status: Int,
        _ headers: HTTPFields,
        _ body: String
    ) async {
        let service = Service(
            answer: TransportResponse(statusCode: status, headers: headers, body: Data(body.utf8))
        )
        await searchAll(service)
    }

    @Test(arguments: [
        #"{"error":"invalid_client","error_description":"The secret PLANTED-SECRET is wrong."}"#,
        #"{"error":"PLANTED-SECRET"}"#, "PLANTED-SECRET", #"{"access_token":"PLANTED-TOKEN"}"#,
    ])
    func `nor does a sign-in that fails`(_ body: String) async {
        await searchAll(FixedTransport(400, body, headers: ["Set-Cookie": "PLANTED"]))
        await searchAll(FixedTransport(200, body, headers: ["X-Token": "PLANTED"]))
    }

    @Test func `nor does one that gets no answer`() async {
        let error = TransportError(.connectionLost, mayHaveBeenSent: true, message: "m")
        await searchAll(FixedTransport(throwing: error))
    }

    @Test func `nor does a credential of another package that does not take care`() async {
        struct Careless: Error, CustomStringConvertible {
            let secret: String
            var description: String { secret }
        }
        struct OtherCredential: TokenCredential {
            func token(for request: TokenRequest) async throws -> AccessToken {
                let outgoing = TransportRequest(
                    method: "POST",
                    url: "https://login.example/token?key=PLANTED-KEY",
                    headers: ["Content-Type": "application/json", "X-Key": "PLANTED-KEY"],
                    body: Data(#"{"secret":"PLANTED-KEY"}"#.utf8)
                )
                _ = try await request.transport.send(outgoing)
                throw Careless(secret: "PLANTED-KEY")
            }
        }
        struct OtherTransport: GraphTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                throw Careless(secret: request.headers["Authorization"] ?? "")
            }
        }
        await searchAll(FixedTransport(200, "{}"), OtherCredential())
        await searchAll(OtherTransport(), StaticTokenCredential("PLANTED-TOKEN"))
    }

    private func searchAll(_ transport: some GraphTransport) async {
        await searchAll(
            transport,
            ClientSecretCredential(tenantID: "t", clientID: "c", clientSecret: Self.secret)
        )
    }

    private func searchAll(_ transport: some GraphTransport, _ credential: some TokenCredential) async {
        let (events, listener) = AsyncStream.makeStream(of: GraphEvent.self)
        var configuration = GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        configuration.onEvent = { listener.yield($0) }
        let recorder = RecordingTransport(transport)
        let graph = GraphClient(credential: credential, transport: recorder, configuration: configuration)
        var said: [String] = []
        do {
            said.append(printed(try await graph.invitations.create(Samples.mailedInvitation)))
        } catch {
            said += [printed(error), error.localizedDescription, error.remedy ?? ""]
            said += [printed(error.serviceError as Any), printed(error.attempts)]
        }
        said += await sayOfGuests(graph)
        said += [printed(graph), printed(credential)]
        said.append(printed(await recorder.exchanges))
        do {
            let recording = try await recorder.recording(named: "r", description: "d")
            said.append(recording.fixture.contents)
            #expect(try Scenario(recording.fixture).source.kind == .recorded)
        } catch {
            Issue.record(error)
        }
        listener.finish()
        var count = 0
        for await event in events {
            count += 1
            said += [printed(event), printed(event.kind)]
            if case .request(let request) = event.kind {
                said += [request.curlCommand, String(decoding: request.body ?? Data(), as: UTF8.self)]
                said += request.headers.map(\.value) + [request.url]
            }
            if case .response(let response) = event.kind { said += response.headers.map(\.value) }
        }
        #expect(count >= 2)
        for text in said { #expect(!text.contains("PLANTED"), "\(text)") }
    }

    /// What calls of several steps and batches say.
    private func sayOfGuests(_ graph: GraphClient) async -> [String] {
        var said: [String] = []
        var guest = GuestInvitation(invitedUserEmailAddress: "a@b.example", inviteRedirectURL: "https://x.example")
        guest.givenName = "A"
        do {
            said.append(printed(try await graph.inviteGuest(guest)))
        } catch {
            said.append(printed(error))
        }
        do {
            let user = graph.users["264e6d50-eaec-461e-b187-873b1bcf855f"]
            said.append(printed(try await user.resetRedemption(to: "a@b.example", redirectURL: "https://x.example")))
        } catch {
            said.append(printed(error))
        }
        do {
            var batch = GraphBatch()
            let item = batch.add(try .createInvitation(Samples.mailedInvitation))
            let answers = await graph.send(batch: batch)
            said += [printed(batch), printed(answers), printed(answers.result(of: item))]
        } catch {
            said.append(printed(error))
        }
        return said
    }

    @Test func `nor do the items of a batch`() async {
        /// Answers batches as told, and refuses all else.
        struct BatchService: GraphTransport {
            let answer: TransportResponse

            func send(_ request: TransportRequest) async throws -> TransportResponse {
                request.url.hasSuffix("$batch") ? answer : TransportResponse(statusCode: 403)
            }
        }
        let invited = #"{"id":"1","status":201,"body":{"id":"i","inviteRedeemUrl":"\#(Self.redeemURL)"}}"#
        let echo = #"{"id":"1","status":400,"body":{"error":{"code":"\#(Self.token)","message":"\#(Self.token)"}}}"#
        let odd = #"{"id":"1","status":201,"headers":{"X-Ticket":"PLANTED"},"body":"\#(Self.redeemURL)"}"#
        for item in [invited, echo, odd] {
            let answer = TransportResponse(statusCode: 200, body: Data(#"{"responses":[\#(item)]}"#.utf8))
            await searchAll(BatchService(answer: answer), StaticTokenCredential(Self.token))
        }
    }
}
