import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ReplayTransportTests {
    private func fixture(_ mocks: String...) -> Fixture {
        Fixture(
            name: "sample",
            contents: """
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[\(mocks.joined(separator: ","))]}
                """,
            files: ["sample.html": "<html></html>"]
        )
    }

    private func exchange(
        _ request: String = #""body":{"a":1}"#,
        _ response: String = #""statusCode":201"#,
        _ more: String = ""
    ) -> String {
        #"{"request":{"method":"POST","url":"https://graph.example/v1.0/x?b=2&a=1",\#(request)},"response":{\#(response)}\#(more)}"#
    }

    private func request(
        _ body: String = #"{"a":1}"#,
        url: String = "https://other.example/v1.0/x?a=1&b=2",
        method: String = "POST",
        headers: HTTPFields = ["Content-Type": "application/json"]
    ) -> TransportRequest {
        TransportRequest(method: method, url: url, headers: headers, body: Data(body.utf8))
    }

    private func difference(_ fixture: Fixture, _ request: TransportRequest) async throws -> String {
        let replay = ReplayTransport(fixture)
        let error = await #expect(throws: TransportError.self) { try await replay.send(request) }
        #expect(error?.code == .noRecordedAnswer)
        #expect(error?.mayHaveBeenSent == false)
        return error?.message ?? ""
    }

    @Test func `compares method, path, query as a set and body as JSON; not host, headers or spelling`() async throws {
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":1,"b":["/"]}"#)))
        let response = try await replay.send(request(#" { "b" : ["\/"], "a" : 1.0 } "#))
        #expect(response.statusCode == 201)
        try await replay.verify()
    }

    @Test func `plays exchanges of one request in the order of the file, and others whenever they come`() async throws {
        let replay = ReplayTransport(
            fixture(
                exchange(#""body":{"a":1}"#, #""statusCode":429"#),
                exchange(#""body":{"a":1}"#, #""statusCode":201"#),
                exchange(#""body":{"a":2}"#, #""statusCode":202"#)
            )
        )
        var statuses: [Int] = []
        for body in [#"{"a":2}"#, #"{"a":1}"#, #"{"a":1}"#] {
            statuses.append(try await replay.send(request(body)).statusCode)
        }
        #expect(statuses == [202, 429, 201])
        try await replay.verify()
    }

    @Test func `an exchange is used once, and a request too many says so`() async throws {
        let replay = ReplayTransport(fixture(exchange()))
        _ = try await replay.send(request())
        let error = await #expect(throws: TransportError.self) { try await replay.send(request()) }
        #expect(
            error?.message == """
                POST /v1.0/x?a=1&b=2 came once more than recorded: sample#1 (POST /v1.0/x?a=1&b=2) is used up. \
                Give the fixture once more, or mark the exchange "repeat": true. A client repeats calls by itself \
                unless its retry is .none.
                """
        )
        // Also where the code under test caught the error.
        let failure = await #expect(throws: ReplayError.self) { try await replay.verify() }
        #expect(failure?.description == error?.message)
    }

    @Test func `a repeated exchange answers for ever`() async throws {
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":1}"#, #""statusCode":201"#, #","repeat":true"#)))
        for _ in 0..<3 { _ = try await replay.send(request()) }
        try await replay.verify()
        #expect(await replay.requests.count == 3)
    }

    @Test func `an unused exchange is reported`() async throws {
        let replay = ReplayTransport(fixture(exchange()))
        let error = await #expect(throws: ReplayError.self) { try await replay.verify() }
        #expect(
            error?.description
                == "No request asked for sample#1 (POST /v1.0/x?a=1&b=2). Make the call, or leave the exchange out."
        )
    }

    @Test func `a request that nothing matches shows the nearest exchange, part by part`() async throws {
        let text = try await difference(
            fixture(
                // Nearer by count, and another request all the same.
                #"{"request":{"method":"POST","url":"https://g.example/v1.0/z?a=1"},"match":"ignoreBody","#
                    + #""response":{"statusCode":200}}"#,
                exchange(#""body":{"y":0,"z":0}"#),
                exchange(#""body":{"a":1,"b":{"c/d":[1,2]},"e":"x"}"#)
            ),
            request(#"{"a":1,"b":{"c/d":[1,3]},"f":null}"#, url: "https://graph.example/v1.0/x?a=1")
        )
        #expect(
            text == """
                No recorded exchange matches POST /v1.0/x?a=1. Make the two agree where they differ, or have the exchange \
                compared less strictly ("match", "ignore").
                  nearest: sample#3 (POST /v1.0/x?a=1&b=2)
                    query/b: expected 2, got nothing
                    body/b/c~1d/1: expected 2, got 3
                    body/e: expected "x", got nothing
                    body/f: expected nothing, got null
                """
        )
    }

    @Test func `another method or path is another request`() async throws {
        let text = try await difference(fixture(exchange()), request(url: "https://a.example/v1.0/y", method: "PUT"))
        #expect(text.contains("method: expected POST, got PUT"))
        #expect(text.contains("path: expected /v1.0/x, got /v1.0/y"))
        #expect(try await difference(Fixture.createInvitation, request()).contains("No recorded exchange matches"))
    }

    @Test func `nothing recorded says what to do`() async throws {
        let error = await #expect(throws: TransportError.self) { try await ReplayTransport().send(request()) }
        #expect(
            error?.message
                == "Nothing is recorded, so POST /v1.0/x?a=1&b=2 has no answer. Give the transport a fixture."
        )
    }

    @Test(arguments: [
        (#""body":{"a":1}"#, #","match":"subset""#, #"{"a":1,"b":2}"#, true),
        (#""body":{"a":1}"#, #","match":"subset""#, #"{"b":2}"#, false),
        (#""body":{"a":1}"#, #","match":"exact""#, #"{"a":1,"b":2}"#, false),
        (#""body":{"a":1}"#, #","match":"ignoreBody""#, "anything", true),
        (#""body":{"a":1,"b":{"c":1}}"#, #","ignore":["/b/c","/d"]"#, #"{"a":1,"b":{},"d":9}"#, true),
        (#""body":{"a":1}"#, #","ignore":["/b"]"#, #"{"a":2}"#, false),
        (#""body":"plain text""#, "", "plain text", true),
        (#""body":"@sample.html""#, "", "<html></html>", true),
        (#""body":null"#, "", "", true),
        (#""body":null"#, "", "{}", false),
        (#""headers":[]"#, "", "{}", false),
        (#""headers":[]"#, #","match":"ignoreBody""#, "{}", true),
        (#""body":{"a":"1"}"#, "", #"{"a":1}"#, false),
        (#""body":{"a":null}"#, "", "{}", false),
        (#""body":{"a":[1,2]}"#, #","match":"subset""#, #"{"a":[1,2,3]}"#, false),
    ])
    func `a body is compared as strictly as the exchange says`(
        _ recorded: String,
        _ options: String,
        _ body: String,
        _ matches: Bool
    ) async throws {
        let replay = ReplayTransport(fixture(exchange(recorded, #""statusCode":201"#, options)))
        let answer = try? await replay.send(request(body))
        #expect((answer != nil) == matches)
    }

    @Test func `a form is compared field by field`() async throws {
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":"x y&z","b":""}"#)))
        let form: HTTPFields = ["Content-Type": "application/x-www-form-urlencoded"]
        #expect(try await replay.send(request("b=&a=x%20y%26z", headers: form)).statusCode == 201)
    }

    @Test func `host and headers are compared where the fixture asks`() async throws {
        let asking = fixture(
            exchange(
                #""body":{"a":1},"host":"graph.example","headers":[{"name":"ConsistencyLevel","value":"eventual"}]"#
            )
        )
        let text = try await difference(asking, request(headers: ["Content-Type": "application/json"]))
        #expect(text.contains("host: expected graph.example, got other.example"))
        #expect(text.contains("headers/ConsistencyLevel: expected eventual, got nothing"))
        let replay = ReplayTransport(asking)
        let right = request(
            url: "https://graph.example/v1.0/x?a=1&b=2",
            headers: ["Content-Type": "application/json", "consistencylevel": "eventual"]
        )
        #expect(try await replay.send(right).statusCode == 201)
    }

    @Test func `differences do not show credentials`() async throws {
        let recorded = fixture(
            exchange(#""body":{"client_secret":"x"},"headers":[{"name":"Authorization","value":"Bearer x"}]"#)
        )
        let text = try await difference(
            recorded,
            request(#"{"client_secret":"PLANTED"}"#, headers: ["Authorization": "Bearer PLANTED"])
        )
        #expect(!text.contains("PLANTED"))
        #expect(text.contains("body/client_secret: expected \"<a hidden value>\", got \"<a hidden value>\""))
    }

    @Test(arguments: ["application/x-www-form-urlencoded", "Application/X-WWW-Form-URLencoded; charset=utf-8"])
    func `a form that nothing matches does not show its secret`(_ contentType: String) async throws {
        let text = try await difference(
            fixture(exchange(#""headers":[]"#)),
            request("a=1&client_secret=PLANTED", headers: ["Content-Type": contentType])
        )
        #expect(text.contains(#"body: expected nothing, got {"a":"1","client_secret":"<a hidden value>"}"#))
        let nested = try await difference(
            fixture(exchange(#""headers":[]"#)),
            request(#"{"a":[{"access_token":{"b":"PLANTED"}}]}"#)
        )
        #expect(!nested.contains("PLANTED"))
    }

    @Test func `refuses what a transport of the network would refuse`() async {
        let error = await #expect(throws: TransportError.self) {
            try await ReplayTransport(fixture(exchange())).send(request(headers: ["X": "a\r\nb"]))
        }
        #expect(error?.code == .invalidRequest)
    }

    @Test(arguments: [
        (#""statusCode":200,"body":{"b":"/","a":null}"#, #"{"a":null,"b":"/"}"#),
        (#""statusCode":200,"body":"text"# + "\"", "text"),
        (#""statusCode":200,"body":"@sample.html""#, "<html></html>"),
        (#""statusCode":200"#, ""), (#""statusCode":200,"body":null"#, ""), (#""statusCode":200,"body":[1]"#, "[1]"),
    ])
    func `answers JSON as JSON, text as text and files as they are`(_ response: String, _ body: String) async throws {
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":1}"#, response)))
        #expect(try await replay.send(request()).body == Data(body.utf8))
    }

    @Test func `answers with the recorded fields`() async throws {
        let headers = #""statusCode":429,"headers":[{"name":"Retry-After","value":"2.128"}]"#
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":1}"#, headers)))
        #expect(try await replay.send(request()).headers == ["Retry-After": "2.128"])
    }

    @Test(arguments: [
        ("timeout", TransportError.Code.timedOut, true), ("connectionLost", .connectionLost, true),
        ("connectionRefused", .connectionRefused, false), ("truncated", .connectionLost, true),
    ])
    func `a recorded fault happens`(_ fault: String, _ code: TransportError.Code, _ mayHaveBeenSent: Bool) async throws
    {
        let replay = ReplayTransport(fixture(exchange(#""body":{"a":1}"#, #""fault":"\#(fault)""#)))
        let error = await #expect(throws: TransportError.self) { try await replay.send(request()) }
        #expect(error?.code == code)
        #expect(error?.mayHaveBeenSent == mayHaveBeenSent)
        try await replay.verify()
    }

    @Test func `a recorded delay waits on the clock that was given`() async throws {
        let clock = InstantClock()
        let slow = fixture(exchange(#""body":{"a":1}"#, #""statusCode":201,"delay":3600.5"#))
        _ = try await ReplayTransport(slow, clock: clock).send(request())
        #expect(await clock.slept.total == .seconds(3600.5))
    }

    @Test func `a hundred callers at once each get one exchange`() async throws {
        let mocks = (0..<100).map { exchange(#""body":{"a":1}"#, #""statusCode":\#(200 + $0)"#) }
        let many = Fixture(
            name: "many",
            contents: fixture("").contents.replacing("[]", with: "[\(mocks.joined(separator: ","))]")
        )
        let replay = ReplayTransport(many)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await replay.send(request()).statusCode } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(statuses == Set(200..<300))
        try await replay.verify()
    }
}

/// A clock on which every wait is over at once, and counted.
struct InstantClock: Clock {
    actor Total {
        private(set) var total = Duration.zero
        func add(_ duration: Duration) { total += duration }
    }

    let slept = Total()
    private let start = ContinuousClock.now

    var now: ContinuousClock.Instant { start }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        await slept.add(deadline - start)
    }
}
