import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ExpectedAnswer {
    /// In what an answer differs.
    func findings(in response: TransportResponse, of exchange: String) -> [ContractFinding] {
        func finding(_ severity: ContractFinding.Severity, _ pointer: String, _ message: String) -> ContractFinding {
            ContractFinding(severity: severity, exchange: exchange, pointer: pointer, message: message)
        }
        guard let shape else { return [finding(.note, "", "is of a request that this package has no model for")] }
        if isEmpty { return response.body.isEmpty ? [] : [finding(.note, "", "is there, where none is expected")] }
        guard let body = JSONValue(parsing: response.bodyWithoutMark) else {
            return [finding(mayBeText ? .note : .failure, "", "is no JSON")]
        }
        let gone = present.flatMap { missing(Array($0.split(separator: "/").map(String.init)), in: body, at: "") }
        return gone.map { finding(.warning, $0, "is gone") }
            + differences(from: shape, in: body, at: "").map { finding($0.severity, $0.pointer, $0.message) }
    }

    /// The places where a member of that path is missing.
    private func missing(_ path: [String], in value: JSONValue, at pointer: String) -> [String] {
        guard let name = path.first else { return [] }
        let rest = Array(path.dropFirst())
        if name == "*", case .array(let list) = value {
            return list.enumerated().flatMap { missing(rest, in: $1, at: "\(pointer)/\($0)") }
        }
        let place = "\(pointer)/\(name)"
        guard let member = value[name] else { return [place] }
        // A member whose place is gone, too, is not told twice.
        guard rest.isEmpty || member != .null else { return [] }
        return missing(rest, in: member, at: place)
    }

    private typealias Difference = (severity: ContractFinding.Severity, pointer: String, message: String)

    private func differences(from shape: JSONShape, in value: JSONValue, at pointer: String) -> [Difference] {
        switch (shape, value) {
        case (_, .null), (.any, _), (.string, .string), (.bool, .bool), (.number, .integer), (.number, .number),
            (.numeric, .integer), (.numeric, .number):
            []
        case (.numeric, .string(let text)) where Double(text) != nil: []
        case (.word(let known), .string(let word)):
            known.contains { $0.isSameWord(as: word) }
                ? [] : [(.note, pointer, "is a word that this package does not know")]
        case (.date, .string(let text)):
            Date(wireText: text) == nil ? [(.failure, pointer, "is no date")] : []
        case (.list(let shape), .array(let list)):
            list.enumerated().flatMap { differences(from: shape, in: $1, at: "\(pointer)/\($0)") }
        case (.object(let shapes), .object(let members)):
            members.sorted { $0.key < $1.key }
                .flatMap { name, value -> [Difference] in
                    let place = "\(pointer)/\(name.pointerToken)"
                    // What OData says about the answer itself.
                    guard !name.contains("@odata.") else { return [] }
                    let known = shapes[name] ?? shapes.first { $0.key.lowercased() == name.lowercased() }?.value
                    guard let shape = known else {
                        return [(.note, place, "is a member that this package has no property for")]
                    }
                    return differences(from: shape, in: value, at: place)
                }
        default:
            [(.failure, pointer, "is \(value.kind), where \(shape.kind) is expected")]
        }
    }
}

extension JSONShape {
    /// What it is called in messages.
    fileprivate var kind: String {
        switch self {
        case .string, .word: "a string"
        case .date: "a date"
        case .bool: "true or false"
        case .number, .numeric: "a number"
        case .list: "a list"
        case .object: "an object"
        case .any: "anything"
        }
    }
}

extension JSONValue {
    /// What it is called in messages.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
