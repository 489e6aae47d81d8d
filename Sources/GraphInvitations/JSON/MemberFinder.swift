/// Finds out whether a member has a value.
struct MemberFinder: MemberVisitor {
    let name: String
    private(set) var hasValue = false

    init(name: String) { self.name = name }

    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) {
        if name == self.name { hasValue = value != nil }
    }
}
