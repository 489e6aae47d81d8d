/// A text in which `*` stands for any characters, or none.
struct Wildcard: Hashable, Sendable {
    let text: String

    func matches(_ other: String) -> Bool {
        let parts = text.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return text == other }
        guard other.hasPrefix(first), other.dropFirst(first.count).hasSuffix(last) else { return false }
        var rest = other.dropFirst(first.count).dropLast(last.count)
        // The earliest place for each part leaves the most for those behind it.
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
