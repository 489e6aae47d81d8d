#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How long a response asks to wait.
enum RetryAfter {
    /// The longest wait that the headers ask for: in milliseconds, in whole or decimal seconds, or until a date.
    static func duration(in headers: HTTPFields, at now: Date) -> Duration? {
        let milliseconds = headers["x-ms-retry-after-ms"].flatMap(number).map { Duration.seconds($0 / 1_000) }
        let other = headers["Retry-After"]
            .flatMap { value in
                number(value).map { Duration.seconds($0) }
                    ?? HTTPDate(value).map { .seconds(max(0, $0.date.timeIntervalSince(now))) }
            }
        return [milliseconds, other].compactMap(\.self).max()
    }

    /// A plain decimal number that a duration can hold; no sign, no exponent, no `nan`.
    private static func number(_ text: String) -> Double? {
        let trimmed = text.filter { $0 != " " }
        guard trimmed.first?.isNumber == true, trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        return Double(trimmed).map { min($0, 1e12) }
    }
}
