#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension TransportResponse {
    var isSuccess: Bool { (200..<300).contains(statusCode) }

    /// The body as JSON of any shape; nil for HTML, nothing, or half of something.
    var json: JSONValue? { JSONValue(parsing: bodyWithoutMark) }

    /// The body as JSON, with a placeholder wherever the service repeats a secret that it was sent.
    func json(hiding secret: Secret?) -> JSONValue? {
        guard let secret = secret?.reveal(), !secret.isEmpty else { return json }
        let text = String(decoding: bodyWithoutMark, as: UTF8.self)
        guard text.contains(secret) else { return json }
        return JSONValue(parsing: Data(text.replacing(secret, with: "<secret>").utf8))
    }

    /// The body without the byte order mark that some gateways put before it and some decoders trip over.
    package var bodyWithoutMark: Data {
        body.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(body.dropFirst(3)) : body
    }
}
