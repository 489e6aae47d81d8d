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
    var document: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null") + "\n"
    }
}
