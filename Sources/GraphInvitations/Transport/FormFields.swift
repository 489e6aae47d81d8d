#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The body of a form post, as the login service takes it.
enum FormFields {
    /// The fields, percent-encoded so that no character of a secret is read as a separator.
    static func encode(_ fields: [(name: String, value: String)]) -> Data {
        Data(fields.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&").utf8)
    }

    /// Whether the value of the field may be shown.
    ///
    /// Anything else is taken to be secret.
    static func isPublic(_ name: some StringProtocol) -> Bool {
        ["client_id", "grant_type", "scope", "claims", "client_assertion_type"].contains(String(name))
    }
}

extension String {
    /// The text with everything but RFC 3986's unreserved characters percent-encoded.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 0x10 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
