import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONValue {
    /// The object or list that a body is; nil for a text, and for what would lose its byte order mark.
    init?(structured body: Data) {
        guard let first = body.first, first != 0xEF else { return nil }
        switch JSONValue(parsing: body) {
        case .object(let members)?: self = .object(members)
        case .array(let list)?: self = .array(list)
        default: return nil
        }
    }

    /// The value as a file that reads well in a review, the same for the same value.
    var document: String { printed(indentation: "") + "\n" }

    private func printed(indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .array(let list) where !list.isEmpty:
            let lines = list.map { inner + $0.printed(indentation: inner) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indentation)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.sorted { Self.order($0.key) < Self.order($1.key) }
                .map { name, value in
                    "\(inner)\(JSONValue.string(name).compact): \(value.printed(indentation: inner))"
                }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
        default: return compact
        }
    }

    private var compact: String {
        (try? JSONEncoder.stable.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// As one reads a fixture: what it is, what is asked, what is answered; all other members by name.
    private static func order(_ name: String) -> (Int, String) {
        (
            [
                "$schema", "description", "source", "kind", "mocks", "method", "url", "host", "statusCode", "headers",
                "name", "value", "request", "match", "ignore", "repeat", "response",
            ]
            .firstIndex(of: name) ?? (name == "body" ? .max : 100), name
        )
    }
}
