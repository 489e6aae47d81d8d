extension String {
    /// Whether a control character or a line or paragraph separator is in it: what could end a header or a line.
    var containsControl: Bool {
        isASCIIClean ? false : unicodeScalars.contains(where: \.isControl)
    }

    /// Whether a control character, a separator or any blank is in it.
    var containsBlankOrControl: Bool {
        unicodeScalars.contains { $0.isControl || $0.properties.isWhitespace }
    }

    /// Whether anything but printable text, tabs and line ends is in it.
    var containsControlBesidesLayout: Bool {
        unicodeScalars.contains { $0.isControl && !["\t", "\n", "\r", "\u{2028}", "\u{2029}"].contains($0) }
    }

    private var isASCIIClean: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}
