extension String {
    /// Whether a control character or a line or paragraph separator is in it: what could end a header or a line.
    var containsControl: Bool {
        !isPrintableASCII && unicodeScalars.contains(where: \.isControl)
    }

    /// Whether a control character, a separator or any blank is in it.
    var containsBlankOrControl: Bool {
        guard !isPrintableASCII else { return utf8.contains(0x20) }
        return unicodeScalars.contains { $0.isControl || $0.properties.isWhitespace }
    }

    /// Whether anything but printable text, tabs and line ends is in it.
    var containsControlBesidesLayout: Bool {
        unicodeScalars.contains { $0.isControl && !["\t", "\n", "\r", "\u{2028}", "\u{2029}"].contains($0) }
    }

    /// The text without line breaks, indentation and control characters, for a line of a log.
    var oneLine: String {
        guard !isPrintableASCII else { return self }
        return split { $0.isNewline || $0.unicodeScalars.contains(where: \.isControl) }
            .map { $0.drop { $0 == " " } }.joined(separator: " ")
    }

    /// Whether it holds nothing but the characters from the blank to the tilde.
    var isPrintableASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension UInt8 {
    /// Whether it is one of the letters a to z in either case.
    var isASCIILetter: Bool {
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    /// Whether it is one of the letters a to z in either case, or a digit.
    var isASCIILetterOrDigit: Bool { isASCIILetter || self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
