/// What came for known members in a form that their typed properties do not hold: an explicit `null`, a value of
/// another type, another spelling of the same value.
///
/// It is written back so that a model encodes to the JSON it was read from. It prints as a count alone, because a
/// member of another type than expected may still be a secret.
struct Residue: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private struct Member {
        let name: String
        let value: JSONValue
    }

    // A list, because it is nearly always empty or of one or two nulls.
    private var members: [Member] = []

    subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

    mutating func keep(_ value: JSONValue, named name: String) { members.append(Member(name: name, value: value)) }

    // Not part of what a model is: one that was read equals one of the same properties that was made by hand.
    static func == (left: Residue, right: Residue) -> Bool { true }
    func hash(into hasher: inout Hasher) {}

    var description: String { "\(members.count) kept as sent" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
