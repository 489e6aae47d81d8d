/// What came for known members in a form that their typed properties do not hold: an explicit `null`, a value of
/// another type, another spelling of the same value.
///
/// It is written back so that a model encodes to the JSON it was read from. It prints as a count alone, because a
/// member of another type than expected may still be a secret.
struct Residue: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private var members: [String: JSONValue] = [:]

    subscript(name: String) -> JSONValue? {
        get { members[name] }
        set { members[name] = newValue }
    }

    var description: String { "\(members.count) kept as sent" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
