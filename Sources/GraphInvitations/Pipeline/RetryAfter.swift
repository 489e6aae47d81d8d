#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How long a response asks to wait.
enum RetryAfter {
    /// The longest wait that the headers ask for: in milliseconds, in whole or decimal seconds, or until a date.
    static func duration(in headers: HTTPFields, at now: Date) -> Duration? {
        let milliseconds = headers["x-ms-retry-after-ms"].flatMap(seconds).map { $0 / 1_000 }
        let other = headers["Retry-After"]
            .flatMap { value in
                seconds(value) ?? HTTPDate(value).map { .seconds(max(0, $0.date.timeIntervalSince(now))) }
            }
        return [milliseconds, other].compactMap(\.self).max()
    }

    /// A plain decimal number of seconds, to the digit; no sign, no exponent, no `nan`.
    ///
    /// At most a trillion.
    private static func seconds(_ text: String) -> Duration? {
        let parts = text.filter { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let attoseconds = parts.dropFirst().first.map { ($0 + String(repeating: "0", count: 18)).prefix(18) } ?? "0"
        let seconds = min(Int64(whole) ?? .max, 1_000_000_000_000)
        return Duration(secondsComponent: seconds, attosecondsComponent: Int64(attoseconds) ?? 0)
    }
}
