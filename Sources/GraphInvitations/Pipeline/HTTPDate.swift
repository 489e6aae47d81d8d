#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
struct HTTPDate {
    let date: Date

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Reads the one form that HTTP still sends; the two obsolete ones give nil.
    init?(_ text: String) {
        let fields = text.split(separator: " ")
        guard fields.count == 6, fields[0].hasSuffix(","), fields[5] == "GMT",
            let month = Self.months.firstIndex(of: String(fields[2]))
        else { return nil }
        let padded = "\(fields[3])-\(month < 9 ? "0" : "")\(month + 1)-\(fields[1])T\(fields[4])Z"
        guard let date = Date(wireText: padded) else { return nil }
        self.date = date
    }
}
