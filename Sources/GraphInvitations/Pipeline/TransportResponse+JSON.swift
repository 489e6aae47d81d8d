#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TransportResponse {
    /// The body as JSON of any shape; nil for HTML, nothing, or half of something.
    var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: bodyWithoutMark) }

    /// The body without the byte order mark that some gateways put before it and some decoders trip over.
    var bodyWithoutMark: Data {
        body.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(body.dropFirst(3)) : body
    }
}
