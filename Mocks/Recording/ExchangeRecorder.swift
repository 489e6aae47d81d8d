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
        let before = redactor.finds.count
        let request = redactor.redacted(exchange.request)
        // Whoever replays has another secret.
        let secrets = redactor.finds.dropFirst(before)
            .filter {
                [.secretMember, .markedSecret, .webToken].contains($0.rule) && !$0.pointer.hasPrefix("/headers/")
            }
            .filter { $0.pointer != "/url" }.map { JSONValue.string($0.pointer) }
        var members: [String: JSONValue] = ["request": Self.json(request)]
        if !secrets.isEmpty { members["ignore"] = .array(secrets) }
        switch exchange.outcome {
        case .success(let response): members["response"] = Self.json(redactor.redacted(response))
        case .failure(let error): members["response"] = RecordedFault(error)?.json
        }
        json = .object(members)
    }

    private static func json(_ request: TransportRequest) -> JSONValue {
        var members: [String: JSONValue] = ["method": .string(request.method), "url": .string(request.url)]
        // The type says how to read the body, which is read already.
        let fields = fields(request.headers) { $0 != "Content-Type" }
        if !fields.isEmpty { members["headers"] = .array(fields) }
        let body = RequestParts(request).body
        members["body"] = body.map { if case .string(let text) = $0 { .string(escaped(text)) } else { $0 } }
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
        JSONValue(structured: body) ?? .string(escaped(String(decoding: body, as: UTF8.self)))
    }

    /// A text that is not taken for the name of a file.
    private static func escaped(_ text: String) -> String { text.hasPrefix("@") ? "@" + text : text }

    private static func fields(_ headers: HTTPFields, where isWritten: (String) -> Bool) -> [JSONValue] {
        headers.filter { isWritten($0.name) }.map { ["name": .string($0.name), "value": .string($0.value)] }
    }
}
