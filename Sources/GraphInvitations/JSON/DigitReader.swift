/// Reads the fixed-width fields of a date from its bytes.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
        guard let first = rest.first, characters.contains(Unicode.Scalar(first)) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(digits count: Int) -> Int? {
        let field = rest.prefix(count)
        guard field.count == count, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest.removeFirst(count)
        return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The part of a second behind the point: 0 without one, nil for a point without digits.
    mutating func fraction() -> Double? {
        guard skip(".", ",") else { return 0 }
        var value = 0.0
        var scale = 1.0
        while let digit = number(digits: 1) {
            value = value * 10 + Double(digit)
            scale *= 10
        }
        return scale > 1 ? value / scale : nil
    }

    /// Seconds east of UTC: 0 for `Z` and where no zone is given, nil for a malformed one.
    mutating func zoneOffset() -> Int? {
        if isAtEnd || skip("Z", "z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
