#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// Compares two JSON values, place by place.
struct JSONComparison {
    /// What is not compared: `body` and a JSON pointer.
    let ignoredParts: Set<String>
    /// Whether an object may have more members than expected.
    let allowsMore: Bool

    func differences(expected: JSONValue?, actual: JSONValue?, at part: String) -> [RequestDifference] {
        guard !ignoredParts.contains(part), expected != actual else { return [] }
        switch (expected, actual) {
        case (.object(let expected), .object(let actual)):
            return Set(expected.keys).union(actual.keys).sorted()
                .flatMap { name -> [RequestDifference] in
                    if allowsMore, expected[name] == nil { return [] }
                    return differences(
                        expected: expected[name],
                        actual: actual[name],
                        at: part + "/" + name.pointerToken
                    )
                }
        case (.array(let expected), .array(let actual)) where expected.count == actual.count:
            return zip(expected, actual).enumerated()
                .flatMap { index, pair in
                    differences(expected: pair.0, actual: pair.1, at: "\(part)/\(index)")
                }
        default:
            return [
                RequestDifference(
                    part: part,
                    expected: expected.map { printed(hidden($0, name: part)) },
                    actual: actual.map { printed(hidden($0, name: part)) }
                )
            ]
        }
    }

    private func printed(_ value: JSONValue) -> String {
        let text = (try? JSONEncoder.stable.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "a value"
        return text.count <= 200 ? text : text.prefix(200) + "…"
    }

    /// The value without what its member names say is a secret, at any depth.
    private func hidden(_ value: JSONValue, name: String) -> JSONValue {
        let name = name.lowercased()
        guard !["secret", "token", "assertion", "ticket", "redeem"].contains(where: name.contains) else {
            return "<a hidden value>"
        }
        return switch value {
        case .object(let members):
            .object(Dictionary(uniqueKeysWithValues: members.map { ($0, hidden($1, name: $0)) }))
        case .array(let list): .array(list.map { hidden($0, name: name) })
        default: value
        }
    }
}

extension String {
    /// The name as a part of a JSON pointer.
    var pointerToken: String { replacing("~", with: "~0").replacing("/", with: "~1") }
}
