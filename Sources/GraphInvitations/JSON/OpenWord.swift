/// One known word of a vocabulary that Graph may extend.
struct OpenWord<Value: Equatable & Sendable>: Sendable {
    private let word: String
    private let folded: String
    private let value: Value

    init(_ word: String, _ value: Value) {
        self.word = word
        self.value = value
        folded = Self.fold(word)
    }

    /// The value of a word in any case, with or without blanks: both are seen in documentation and reports.
    static func value(of word: String, in words: [OpenWord]) -> Value? {
        if let exact = words.first(where: { $0.word == word }) { return exact.value }
        let folded = fold(word)
        return words.first { $0.folded == folded }?.value
    }

    /// The word as Graph documents it; empty for a value that is not in the list.
    static func word(for value: Value, in words: [OpenWord]) -> String {
        words.first { $0.value == value }?.word ?? ""
    }

    private static func fold(_ word: String) -> String {
        word.filter { $0 != " " }.lowercased()
    }
}
