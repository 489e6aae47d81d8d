#if URLSession
import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import LoopbackServer
import Testing

@Suite struct RecordingTransportTests {
    private static let redaction = Redaction(
        placeholders: ["jane.doe@tailspin.com": "admin@fabrikam.com"],
        secrets: [Secret("PLANTED/secret+1 &x")]
    )

    /// Records a run against a tenant on loopback.
    private func record(run: Int) async throws -> (said: [String], recording: Recording) {
        let tenant = try RecordedTenant(run: run)
        defer { tenant.server.stop() }
        let recorder = RecordingTransport(URLSessionTransport())
        let said = try await RecordedTenant.use(recorder, root: tenant.server.url)
        let recording = try await recorder.recording(
            named: "guests",
            description: "Two guests of tailspin.com",
            redaction: Self.redaction
        )
        return (said, recording)
    }

    @Test func `a recording holds nothing that is anybody's, plays as it is, and comes out the same again`()
        async throws
    {
        let (said, recording) = try await record(run: 1)
        #expect(
            said == [
                "PendingAcceptance, mailed: true", "rejected, emailNotOnUser, 1", "[true], Accepted", "invited",
            ]
        )
        let fixture = recording.fixture
        for secret in RecordedTenant.planted {
            #expect(!fixture.contents.contains(secret), "\(secret) in \(fixture.contents)")
        }
        #expect(try Self.redaction.leaks(in: fixture) == [])

        // The same code, with the values that it was recorded with.
        let replay = ReplayTransport(fixture, redaction: Self.redaction)
        #expect(try await RecordedTenant.use(replay, root: "http://127.0.0.1") == said)
        try await replay.verify()

        // A test, with the values that stand in the file.
        let plain = ReplayTransport(fixture, order: .recorded)
        let placeholders = try await RecordedTenant.use(
            PlaceholderPortal(base: plain),
            root: "http://127.0.0.1",
            tenantID: "00000000-0000-0000-0000-000000000001",
            clientID: "00000000-0000-0000-0000-000000000002",
            guest: "admin@fabrikam.com",
            other: "person2@domain2.example"
        )
        #expect(placeholders == said)
        try await plain.verify()

        #expect(try await record(run: 2).recording == recording)
    }

    /// Sends what the sample code has no parameter for as it stands in the recording.
    private struct PlaceholderPortal: GraphTransport {
        let base: ReplayTransport

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var request = request
            let body = request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
            request.body = Data(
                body.replacing("portal.tailspin.com", with: "domain1.example")
                    .replacing("boss@tailspin.com", with: "person1@domain2.example")
                    .replacing("Dear Jane", with: "text 1").utf8
            )
            return try await base.send(request)
        }
    }

    @Test func `failures and repetitions are recorded as they were, and calls that were cancelled are not`()
        async throws
    {
        let lost = TransportError(.timedOut, mayHaveBeenSent: false, message: "PLANTED")
        let faults = FaultTransport(
            FixedTransport(201, "@{}"),
            script: [
                .connectionRefused, .nameNotResolved, .secureConnectionFailed, .connectionLost(afterDelivery: true),
                .timedOut(afterDelivery: false), .malformedResponse(afterDelivery: false), .error(lost),
                .error(TransportError(.init(rawValue: "odd"), mayHaveBeenSent: true, message: "PLANTED")),
                .error(TransportError(.cancelled, mayHaveBeenSent: true, message: "")), .throttled(retryAfter: "7"),
                nil,
            ]
        )
        let recorder = RecordingTransport(faults)
        let request = TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/x")
        var outcomes: [String] = []
        for _ in 0..<11 { outcomes.append(await Self.outcome(recorder, request)) }
        outcomes.remove(at: 8)
        let recording = try await recorder.recording(named: "faults", description: "d")
        #expect(!recording.fixture.contents.contains("PLANTED"))
        let replay = ReplayTransport(recording.fixture)
        var replayed: [String] = []
        for _ in 0..<10 { replayed.append(await Self.outcome(replay, request)) }
        #expect(replayed == outcomes.map { $0 == "odd true" ? "unknown true" : $0 })
        try await replay.verify()
    }

    private static func outcome(_ transport: some GraphTransport, _ request: TransportRequest) async -> String {
        do {
            let answer = try await transport.send(request)
            let wait = answer.headers["Retry-After"] ?? ""
            return "\(answer.statusCode) \(wait) \(String(decoding: answer.body, as: UTF8.self))"
        } catch let error as TransportError {
            return "\(error.code) \(error.mayHaveBeenSent)"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a file is written at once or not at all`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let recorder = RecordingTransport(FixedTransport(200, #"{"id":"u"}"#))
        await #expect(throws: RecordingError.nothingRecorded) {
            try await recorder.recording(named: "r", description: "d")
        }
        _ = try await recorder.send(TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users/u"))
        let recording = try await recorder.recording(named: "r.json", description: "d")
        let file = folder.appending(path: "r.json")
        for _ in 0..<2 { try recording.write(to: file) }
        #expect(try Fixture(contentsOf: file) == recording.fixture)
        #expect(try Fixture.all(in: folder) == [recording.fixture])
        let nowhere = folder.appending(path: "no/r.json")
        let error = #expect(throws: RecordingError.self) { try recording.write(to: nowhere) }
        #expect(
            error?.description == "The recording could not be written to \(nowhere.path()): its folder is not there."
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["r.json"])
    }

    @Test func `a body that cannot be searched is not written`() async throws {
        let answer = TransportResponse(statusCode: 200, body: Data([0xFF, 0xFE, 0x00]))
        let exchange = Exchange(
            request: TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/x"),
            outcome: .success(answer)
        )
        let error = #expect(throws: RecordingError.self) {
            try Recording(of: [exchange], name: "r", description: "d")
        }
        #expect(error == .unreadableBody(exchange: 1))
        #expect(
            error?.description == """
                Nothing was written: a body of exchange 1 is no text in UTF-8, so it cannot be searched for secrets. \
                Leave that exchange out.
                """
        )
    }
}
#endif
