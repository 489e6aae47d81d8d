import GraphInvitations

extension Redactor {
    /// A text that is searched with marks in place of the values that were named, at the end with what stands for them.
    mutating func marked(_ text: String, _ search: (inout Redactor, String) -> String) -> String {
        depth += 1
        let result = search(&self, marking(text))
        depth -= 1
        return depth == 0 ? unmarking(result) : result
    }

    /// A text with a mark in place of each value that was named.
    ///
    /// A mark is nothing that any rule finds, so that what stands for it is put in once, at the end, and not looked at again.
    func marking(_ text: String) -> String {
        var text = text
        for (index, choice) in choices.enumerated() {
            text = text.replacingWords(choice.value, with: Self.mark(index))
            guard let munged = choice.value.munged else { continue }
            text = text.replacingWords(munged, with: Self.mark(index, isMunged: true))
        }
        return text
    }

    /// A text with what was chosen in place of the marks.
    func unmarking(_ text: String) -> String {
        guard text.holds(Self.begin) || text.holds(Self.begin.percentEncoded) else { return text }
        var text = text
        for (index, choice) in choices.enumerated() {
            for (mark, placeholder) in [
                (Self.mark(index), choice.placeholder),
                (Self.mark(index, isMunged: true), choice.placeholder.munged ?? choice.placeholder),
            ] {
                text = text.replacing(mark, with: placeholder)
                text = text.replacing(mark.percentEncoded, with: placeholder.percentEncoded)
            }
        }
        return text
    }

    // Of the characters that stand for nothing.
    private static let begin = "\u{E000}"

    private static func mark(_ index: Int, isMunged: Bool = false) -> String {
        "\(begin)\(isMunged ? "\u{E002}" : "")\(index)\u{E001}"
    }
}

extension String {
    /// An address as it stands in a guest's sign-in name; nil for anything else.
    fileprivate var munged: String? {
        lastIndex(of: "@").map { self[..<$0] + "_" + self[index(after: $0)...] }
    }

    /// The text with something else in place of a text, where that is not a part of a longer word.
    func replacingWords(_ word: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        for range in ranges(of: Regex<Substring>(verbatim: word).ignoresCase()) {
            let before = self[..<range.lowerBound].last
            let behind = self[range.upperBound...].prefix(2)
            let joins =
                behind.first.map { "._+-".contains($0) } == true && behind.last?.isWordPart == true && behind.count == 2
            guard before?.isWordPart != true, before.map({ "._+-".contains($0) }) != true,
                behind.first?.isWordPart != true, !joins
            else { continue }
            result += self[rest.startIndex..<range.lowerBound] + other
            rest = self[range.upperBound...]
        }
        return result + rest
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}
