#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// The body of a form post, as JSON: fixtures write it as an object of its fields.
enum FormBody {
    /// The fields of a form by name; of several with one name, the last.
    static func fields(of body: Data) -> [String: JSONValue] {
        let fields = String(decoding: body, as: UTF8.self).split(separator: "&")
            .map { field in
                let name = field.prefix { $0 != "=" }
                return (decoded(name), JSONValue.string(decoded(field.dropFirst(name.count + 1))))
            }
        return Dictionary(fields) { _, last in last }
    }

    /// A form of fields, in the order of their names.
    static func data(of fields: [String: JSONValue]) -> Data {
        FormFields.encode(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.stringValue ?? "") })
    }

    private static func decoded(_ text: Substring) -> String {
        String(text.replacing("+", with: " ")).percentDecoded
    }
}
