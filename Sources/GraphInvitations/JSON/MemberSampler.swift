#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gives one member some value of its type.
struct MemberSampler: MemberVisitor {
    let name: String

    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) {
        guard name == self.name else { return }
        let samples = [#""""#, "0", "true", "[]", "{}"].lazy
        value = samples.compactMap { try? JSONDecoder().decode(Value.self, from: Data($0.utf8)) }.first
    }
}
