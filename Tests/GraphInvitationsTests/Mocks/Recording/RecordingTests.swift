import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// What a recording must keep so that it plays.
@Suite struct RecordingTests {
    private static let tokenURL = "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"

    private func exchange(
        _ url: String = "https://graph.microsoft.com/v1.0/x",
        body: String? = nil,
        type: String = "application/json",
        _ status: Int = 200,
        _ headers: HTTPFields = [:],
        _ answer: String = ""
    ) -> Exchange {
        let request = TransportRequest(
            method: body == nil ? "GET" : "POST",
            url: url,
            headers: ["Content-Type": type],
            body: body.map { Data($0.utf8) }
        )
        let response = TransportResponse(statusCode: status, headers: headers, body: Data(answer.utf8))
        return Exchange(request: request, outcome: .success(response))
    }

    private func mocks(_ recording: Recording) throws -> [JSONValue] {
        try json(recording.fixture.contents)["mocks"]?.elements ?? []
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "client_secret=abc&client_id=app", "client_secret=xyz&client_id=app"),
        ("text/plain", "client_secret=abc&client_id=app", "anything"),
        ("application/json", #"{"a":{"client_secret":"abc"},"b":1}"#, #"{"a":{"client_secret":"xyz"},"b":1}"#),
        ("application/json", #"{"url":{"password":"abc"}}"#, #"{"url":{"password":"xyz"}}"#),
    ])
    func `whoever replays may have another secret, each time it is sent`(
        _ type: String,
        _ recorded: String,
        _ played: String
    ) async throws {
        let exchanges = [503, 200].map { exchange(Self.tokenURL, body: recorded, type: type, $0) }
        let recording = try Recording(of: exchanges, name: "r", description: "d")
        #expect(!recording.fixture.contents.contains("abc"))
        let replay = ReplayTransport(recording.fixture)
        for status in [503, 200] {
            #expect(
                try await replay.send(exchange(Self.tokenURL, body: played, type: type).request).statusCode == status
            )
        }
        try await replay.verify()
    }

    @Test func `a short secret is not looked for in every other word`() throws {
        let sent = exchange(Self.tokenURL, body: "client_secret=secret", type: "application/x-www-form-urlencoded")
        let recording = try Recording(of: [sent], name: "r", description: "d")
        #expect(try mocks(recording).first?["request"]?["body"] == ["client_secret": "REDACTED"])
    }

    @Test func `a date to wait for becomes the time until it`() throws {
        let headers: HTTPFields = [
            "Date": "Sat, 21 Nov 2026 10:00:00 GMT", "Retry-After": "Sat, 21 Nov 2026 10:00:07 GMT",
        ]
        let recording = try Recording(
            of: [exchange("https://graph.microsoft.com/x", 503, headers)],
            name: "r",
            description: "d"
        )
        #expect(try mocks(recording).first?["response"]?["headers"] == [["name": "Retry-After", "value": "7"]])
    }

    @Test func `fields are kept that an answer or a client depends on, and no others`() throws {
        var request = exchange().request
        request.headers = [
            "ConsistencyLevel": "eventual", "User-Agent": "x", "Authorization": "Bearer PLANTED-TOKEN",
            "Cookie": "a=PLANTED",
        ]
        let headers: HTTPFields = [
            "Content-Type": "text/html", "Set-Cookie": "PLANTED", "Server": "x", "request-id": "i",
        ]
        let answer = TransportResponse(statusCode: 200, headers: headers)
        let exchange = Exchange(request: request, outcome: .success(answer))
        let mock = try mocks(try Recording(of: [exchange], name: "r", description: "d")).first
        #expect(mock?["request"]?["headers"] == [["name": "ConsistencyLevel", "value": "eventual"]])
        #expect(
            mock?["response"]?["headers"] == [
                ["name": "Content-Type", "value": "text/html"], ["name": "request-id", "value": "i"],
            ]
        )
    }

    @Test func `reads well: what it is, what is asked, what is answered`() throws {
        let sent = exchange("https://graph.microsoft.com/v1.0/x", body: #"{"b":[],"a":{}}"#, 429, ["Retry-After": "1"])
        let recording = try Recording(of: [sent], name: "r", description: "A \"text\" with a / in it")
        #expect(
            recording.fixture.contents == #"""
                {
                  "description": "A \"text\" with a / in it",
                  "source": {
                    "kind": "recorded",
                    "reference": "recorded traffic"
                  },
                  "mocks": [
                    {
                      "request": {
                        "method": "POST",
                        "url": "https://graph.microsoft.com/v1.0/x",
                        "body": {
                          "a": {},
                          "b": []
                        }
                      },
                      "response": {
                        "statusCode": 429,
                        "headers": [
                          {
                            "name": "Retry-After",
                            "value": "1"
                          }
                        ]
                      }
                    }
                  ]
                }

                """#
        )
    }

    @Test func `a secret that is empty is no secret`() {
        let redaction = Redaction(secrets: [Secret("")])
        let error = #expect(throws: RecordingError.emptySecret) {
            try Recording(of: [exchange()], name: "r", description: "d", redaction: redaction)
        }
        #expect(error?.description.contains("a secret that the redaction names is empty") == true)
    }

    @Test func `what cannot be played is not recorded`() {
        let error = #expect(throws: RecordingError.self) {
            try Recording(of: [exchange("https://graph.microsoft.com/x", 20)], name: "r", description: "d")
        }
        #expect(error?.description.contains("/mocks/0/response/statusCode must be a status of three digits.") == true)
    }
}
