import GraphInvitations

/// The numbered placeholders that were given out, the same for the same value.
struct Placeholders {
    /// What a placeholder stands for.
    enum Kind: CaseIterable {
        case guid
        case domain
        case person
        case text
        case opaque
        case ipAddress
        case ipv6Address
    }

    private var given: [Kind: [String: Int]] = [:]
    private var last: [Kind: Int] = [:]

    /// Whether a value is a placeholder, which then must not be given out again.
    mutating func keep(_ value: String, _ kind: Kind) -> Bool {
        guard let number = kind.number(of: value) else { return false }
        last[kind] = max(last[kind, default: 0], number)
        return true
    }

    /// The placeholder for a value; the value itself where it is one.
    mutating func placeholder(for value: String, _ kind: Kind) -> String {
        guard !keep(value, kind) else { return value }
        // Graph answers addresses and ids in whatever case.
        let key = kind == .text ? value : value.lowercased()
        let number = given[kind]?[key] ?? last[kind, default: 0] + 1
        given[kind, default: [:]][key] = number
        last[kind] = max(last[kind, default: 0], number)
        return kind.placeholder(number)
    }
}

extension Placeholders.Kind {
    private var affixes: (prefix: String, width: Int, suffix: String) {
        switch self {
        case .guid: ("00000000-0000-0000-0000-", 12, "")
        case .domain: ("domain", 1, ".example")
        case .person: ("person", 1, "")
        case .text: ("text ", 1, "")
        case .opaque: ("opaque", 1, "")
        case .ipAddress: ("192.0.2.", 1, "")
        case .ipv6Address: ("2001:db8::", 1, "")
        }
    }

    fileprivate func placeholder(_ number: Int) -> String {
        let (prefix, width, suffix) = affixes
        return prefix + number.padded(to: width) + suffix
    }

    fileprivate func number(of text: String) -> Int? {
        let (prefix, width, suffix) = affixes
        guard text.hasPrefix(prefix), text.dropFirst(prefix.count).hasSuffix(suffix) else { return nil }
        let digits = text.dropFirst(prefix.count).dropLast(suffix.count)
        guard digits.count >= width, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }
}
