/// One thing in which an answer differs from what this package expects; prints as one line, without the value.
public struct ContractFinding: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Something new, which nothing here depends on.
        case note
        /// Something is gone that was documented.
        case warning
        /// Something has another type, so that a property no longer reads it.
        case failure

        /// Whether one matters less than the other.
        public static func < (left: Self, right: Self) -> Bool {
            let order = allCases
            return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
        }
    }

    /// How much it matters.
    public let severity: Severity
    /// The exchange: its fixture, number, method and address, as far as they are known.
    public let exchange: String
    /// The place in the answer's body, as a JSON pointer; empty for the whole.
    public let pointer: String
    /// What is different there.
    public let message: String

    /// Severity, exchange, place and message in one line.
    public var description: String {
        "\(severity.rawValue): \(exchange) \(pointer.isEmpty ? "the body" : pointer) \(message)"
    }
}
