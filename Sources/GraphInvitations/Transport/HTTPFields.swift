/// The header fields of a request or response: ordered, and found by name without regard to case.
public struct HTTPFields: Sendable {
    private var fields: [(name: String, value: String)] = []

    /// No fields.
    public init() {}

    /// The value of a field; several of one name are joined by a comma.
    ///
    /// Setting replaces all of that name.
    public subscript(name: String) -> String? {
        get {
            let values = values(of: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            let first = fields.firstIndex { $0.name.equalsIgnoringCase(name) }
            guard let newValue else {
                fields.removeAll { $0.name.equalsIgnoringCase(name) }
                return
            }
            guard let first else {
                append(newValue, named: name)
                return
            }
            fields[first] = (name, newValue)
            let later = fields[(first + 1)...].filter { !$0.name.equalsIgnoringCase(name) }
            fields.replaceSubrange((first + 1)..., with: later)
        }
    }

    /// The values of all fields of that name, in order.
    public func values(of name: String) -> [String] {
        fields.compactMap { $0.name.equalsIgnoringCase(name) ? $0.value : nil }
    }

    /// Adds a field, keeping others of the same name.
    public mutating func append(_ value: String, named name: String) {
        fields.append((name, value))
    }
}

extension HTTPFields: Sequence {
    /// Goes through the fields in order.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> { fields.makeIterator() }
}

extension HTTPFields: Hashable {
    /// Whether both have the same values under the same names, in the same order, whatever the case of the names.
    public static func == (left: Self, right: Self) -> Bool {
        left.fields.elementsEqual(right.fields) { $0.name.equalsIgnoringCase($1.name) && $0.value == $1.value }
    }

    /// Feeds the fields to a hasher, names without regard to case.
    public func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name.lowercased())
            hasher.combine(field.value)
        }
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// The fields of a literal, in its order.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { (name: $0, value: $1) }
    }
}

extension String {
    /// Whether both are the same but for the case of ASCII letters, as header names are compared.
    func equalsIgnoringCase(_ other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.isLetter && $0 | 0x20 == $1 | 0x20 }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
