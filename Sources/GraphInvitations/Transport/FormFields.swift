#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The body of a form post, as the login service takes it.
package enum FormFields {
    /// The fields, percent-encoded so that no character of a secret is read as a separator.
    package static func encode(_ fields: [(name: String, value: String)]) -> Data {
        Data(fields.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&").utf8)
    }

    /// Whether the fields of a request announce a form.
    package static func areAnnounced(by headers: HTTPFields) -> Bool {
        headers["Content-Type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    }

    /// The fields with all values but those of a few names replaced by a placeholder.
    static func redacted(_ form: Data) -> Data {
        let shown = String(decoding: form, as: UTF8.self).split(separator: "&")
            .map { field in
                let name = field.prefix { $0 != "=" }
                return publicNames.contains(String(name)) ? String(field) : "\(name)=<redacted>"
            }
        return Data(shown.joined(separator: "&").utf8)
    }

    private static let publicNames = ["client_id", "grant_type", "scope", "claims", "client_assertion_type"]
}

extension String {
    /// The text with everything but RFC 3986's unreserved characters percent-encoded.
    package var percentEncoded: String { percentEncoded(keeping: "") }

    /// The text with everything but RFC 3986's unreserved characters, and others that are to stay, percent-encoded.
    func percentEncoded(keeping others: String) -> String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where others.utf8.contains(byte): encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 0x10 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
