import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes one exchange as a fixture has it.
struct ExchangeRecorder {
    let json: JSONValue

    init(_ exchange: Exchange, _ redactor: inout Redactor) {
        let request = redactor.redacted(exchange.request)
        let body = RequestParts(request).body
        var members: [String: JSONValue] = ["request": Self.json(request, body)]
        // Whoever replays has another secret.
        let secrets = body.map { Self.pointers(to: Redactor.gone, in: $0, at: "") } ?? []
        if !secrets.isEmpty { members["ignore"] = .array(secrets.map(JSONValue.string)) }
        switch exchange.outcome {
        case .success(let response): members["response"] = Self.json(redactor.redacted(response))
        case .failure(let error): members["response"] = RecordedFault(error)?.json
        }
        json = .object(members)
    }

    /// The places of the strings that hold a text.
    private static func pointers(to text: String, in value: JSONValue, at pointer: String) -> [String] {
        switch value {
        case .string(let string): string.contains(text) ? [pointer] : []
        case .array(let list): list.enumerated().flatMap { pointers(to: text, in: $1, at: "\(pointer)/\($0)") }
        case .object(let members):
            members.sorted { $0.key < $1.key }
                .flatMap { pointers(to: text, in: $1, at: "\(pointer)/\($0.pointerToken)") }
        case .null, .bool, .integer, .number: []
        }
    }

    private static func json(_ request: TransportRequest, _ body: JSONValue?) -> JSONValue {
        var members: [String: JSONValue] = ["method": .string(request.method), "url": .string(request.url)]
        // The type says how to read the body, which is read already.
        let fields = fields(request.headers) { $0 != "Content-Type" }
        if !fields.isEmpty { members["headers"] = .array(fields) }
        members["body"] = body.map { if case .string(let text) = $0 { .string(text.escapedForFixture) } else { $0 } }
        return .object(members)
    }

    private static func json(_ response: TransportResponse) -> JSONValue {
        var members: [String: JSONValue] = ["statusCode": .integer(Int64(response.statusCode))]
        let fields = fields(response.headers) { _ in true }
        if !fields.isEmpty { members["headers"] = .array(fields) }
        if !response.body.isEmpty { members["body"] = body(response.body) }
        return .object(members)
    }

    /// JSON that has members or elements as JSON, everything else as text.
    private static func body(_ body: Data) -> JSONValue {
        JSONValue(structured: body) ?? .string(String(decoding: body, as: UTF8.self).escapedForFixture)
    }

    private static func fields(_ headers: HTTPFields, where isWritten: (String) -> Bool) -> [JSONValue] {
        headers.filter { isWritten($0.name) }.map { ["name": .string($0.name), "value": .string($0.value)] }
    }
}
