extension String {
    /// Whether a text is in it, byte for byte.
    ///
    /// The general search prepares itself at a cost that short texts, and there are many of them, do not earn back.
    func holds(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: text.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
