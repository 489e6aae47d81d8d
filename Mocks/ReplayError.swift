/// What was wrong with a replay: prints as a list, one issue after the other.
public struct ReplayError: Error, Hashable, CustomStringConvertible {
    /// What was wrong, requests before exchanges.
    public let issues: [Issue]

    /// The issues, a paragraph each.
    public var description: String { issues.map(\.description).joined(separator: "\n") }

    /// One thing that was wrong with a replay.
    public enum Issue: Hashable, Sendable, CustomStringConvertible {
        /// A request that no exchange matches, with the exchange that comes nearest.
        case unmatched(request: String, nearest: Nearest?)
        /// A request whose exchanges have all been used.
        case exhausted(request: String, exchange: String)
        /// An exchange that no request asked for.
        case unused(exchange: String)

        /// What was wrong, and what to do.
        public var description: String {
            switch self {
            case .unmatched(let request, nearest: nil):
                "Nothing is recorded, so \(request) has no answer. Give the transport a fixture."
            case .unmatched(let request, nearest: let nearest?):
                """
                No recorded exchange matches \(request).
                  nearest: \(nearest.exchange)
                \(nearest.differences.map { "    \($0)" }.joined(separator: "\n"))
                """
            case .exhausted(let request, let exchange):
                """
                \(request) came once more than recorded: \(exchange) is used up. \
                Record a further exchange, or mark it "repeat": true.
                """
            case .unused(let exchange):
                "No request asked for \(exchange)."
            }
        }
    }

    /// The exchange that comes nearest to a request.
    public struct Nearest: Hashable, Sendable {
        /// The exchange: fixture, number, method and address.
        public let exchange: String
        /// What is different, part by part.
        public let differences: [String]
    }
}
