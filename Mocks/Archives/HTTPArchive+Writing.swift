import GraphInvitations
public import GraphInvitationsFixtures

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension HTTPArchive {
    /// A fixture as an archive, for tools that show traffic.
    ///
    /// Exchanges begin one a second, and take as long as the fixture delays them.
    ///
    /// - Parameters:
    ///   - fixture: The fixture.
    ///   - start: When the first exchange is said to begin; 2026 unless you choose.
    /// - Returns: The archive.
    /// - Throws: ``FixtureFormatError`` for a malformed fixture.
    public static func contents(
        of fixture: Fixture,
        start: Date = Date(timeIntervalSince1970: 1_767_225_600)
    ) throws(FixtureFormatError) -> String {
        let scenario = try Scenario(fixture)
        var entries: [JSONValue] = []
        for (index, node) in try FixtureNode(fixture).member("mocks").elements().enumerated() {
            let exchange = scenario.exchanges[index]
            let time = JSONValue.number((exchange.answer.delay ?? .zero) / .milliseconds(1))
            entries.append([
                "startedDateTime": .string(start.addingTimeInterval(Double(index)).wireText), "time": time,
                "request": request(exchange.request, url: try node.member("request").member("url").string()),
                "response": response(exchange.answer), "cache": [:],
                "timings": ["send": 0, "wait": time, "receive": 0],
            ])
        }
        let document: JSONValue = [
            "log": [
                "version": "1.2", "comment": .string(scenario.description), "entries": .array(entries),
                "creator": ["name": "graph-invitations", "version": "1"],
            ]
        ]
        return document.document
    }

    private static func request(_ recorded: RecordedRequest, url: String) -> JSONValue {
        let (mimeType, body) = post(recorded)
        var headers = recorded.headers
        if body != nil { headers["Content-Type"] = mimeType }
        let items = recorded.address.query.sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { pair(name, String($0.dropFirst())) } }
        var members: [String: JSONValue] = [
            "method": .string(recorded.method), "url": .string(url), "httpVersion": "HTTP/1.1", "cookies": [],
            "headers": fields(headers), "queryString": .array(items), "headersSize": -1,
            "bodySize": .integer(Int64(body?.utf8.count ?? 0)),
        ]
        if let body { members["postData"] = ["mimeType": .string(mimeType), "text": .string(body)] }
        return .object(members)
    }

    /// The body and its type: a fixture writes both JSON and forms as objects, and sign-in services take forms.
    private static func post(_ recorded: RecordedRequest) -> (mimeType: String, body: String?) {
        switch recorded.body {
        case .none: return ("", nil)
        case .fragment(let text), .value(.string(let text)): return ("text/plain", text)
        case .value(.object(let fields)) where recorded.address.path.contains("/oauth2/"):
            return ("application/x-www-form-urlencoded", String(decoding: FormBody.data(of: fields), as: UTF8.self))
        case .value(let value):
            let data = try? JSONEncoder.stable.encode(value)
            return ("application/json", data.map { String(decoding: $0, as: UTF8.self) })
        }
    }

    private static func response(_ answer: RecordedAnswer) -> JSONValue {
        var members: [String: JSONValue] = [
            "status": 0, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [], "headers": [], "redirectURL": "",
            "content": ["size": 0, "mimeType": "x-unknown"], "headersSize": -1, "bodySize": -1,
        ]
        switch answer.response {
        case .failure(let fault):
            members["_error"] = .string(fault.kind.rawValue)
            members["_mayHaveBeenSent"] = .bool(fault.mayHaveBeenSent)
        case .success(let response):
            members["status"] = .integer(Int64(response.statusCode))
            members["headers"] = fields(response.headers)
            members["redirectURL"] = .string(response.headers["Location"] ?? "")
            members["bodySize"] = .integer(Int64(response.body.count))
            members["content"] = [
                "size": .integer(Int64(response.body.count)),
                "text": .string(String(decoding: response.body, as: UTF8.self)),
                "mimeType": .string(response.headers["Content-Type"] ?? "x-unknown"),
            ]
        }
        return .object(members)
    }

    private static func fields(_ headers: HTTPFields) -> JSONValue {
        .array(headers.map { pair($0.name, $0.value) })
    }

    private static func pair(_ name: String, _ value: String) -> JSONValue {
        ["name": .string(name), "value": .string(value)]
    }
}
