#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How long a response asks to wait.
enum RetryAfter {
    /// The longest wait that the headers ask for: in milliseconds, in whole or decimal seconds, or until a date.
    static func duration(in headers: HTTPFields, at now: Date) -> Duration? {
        let milliseconds = headers.values(of: "x-ms-retry-after-ms").flatMap(numbers).map { $0 / 1_000 }
        let seconds = headers.values(of: "Retry-After")
            .flatMap { value in
                HTTPDate(value).map { [.seconds(max(0, $0.date.timeIntervalSince(now)))] } ?? numbers(in: value)
            }
        return (milliseconds + seconds).max()
    }

    /// The numbers of a field; several where a transport has joined fields of one name.
    private static func numbers(in value: String) -> [Duration] { value.split(separator: ",").compactMap(seconds) }

    /// A plain decimal number of seconds, to the digit; no sign, no exponent, no `nan`.
    ///
    /// At most a trillion.
    private static func seconds(_ text: Substring) -> Duration? {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let attoseconds = parts.dropFirst().first.map { ($0 + String(repeating: "0", count: 18)).prefix(18) } ?? "0"
        let seconds = min(Int64(whole) ?? .max, 1_000_000_000_000)
        return Duration(secondsComponent: seconds, attosecondsComponent: Int64(attoseconds) ?? 0)
    }
}
