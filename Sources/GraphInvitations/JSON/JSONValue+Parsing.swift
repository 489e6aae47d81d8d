#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension JSONValue {
    /// The JSON of a text; nil for HTML, nothing, or half of something.
    package init?(parsing text: Data) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: text) else { return nil }
        self = value
    }
}
