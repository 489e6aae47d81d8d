#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
package struct HTTPDate {
    package let date: Date

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Reads the one form that HTTP still sends; the two obsolete ones give nil.
    package init?(_ text: String) {
        let fields = text.split(separator: " ")
        guard fields.count == 6, fields[0].hasSuffix(","), fields[5] == "GMT",
            let month = Self.months.firstIndex(of: String(fields[2]))
        else { return nil }
        let text = "\(fields[3])-\((month + 1).padded(to: 2))-\(fields[1])T\(fields[4])Z"
        guard let date = Date(wireText: text) else { return nil }
        self.date = date
    }
}
