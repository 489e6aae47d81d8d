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
        /// A request whose exchanges have all been used, with the nearest of those that are left.
        case exhausted(request: String, exchange: String, nearest: Nearest?)
        /// A request that came before its turn, with the exchange whose turn it is.
        case outOfOrder(request: String, due: Nearest)
        /// A request of which the exchange means another one than this, counted from 1.
        case otherOrdinal(request: String, exchange: String, expected: Int, got: Int)
        /// An exchange that no request asked for, with the nearest of the requests that got no answer.
        case unused(exchange: String, nearest: Nearest?)

        /// What comes nearest to the request or the exchange.
        var nearest: Nearest? {
            switch self {
            case .unmatched(_, let nearest), .exhausted(_, _, let nearest), .unused(_, let nearest): nearest
            case .outOfOrder(_, let due): due
            case .otherOrdinal: nil
            }
        }

        /// What was wrong, and what to do.
        public var description: String {
            switch self {
            case .unmatched(let request, nearest: nil):
                "Nothing is recorded, so \(request) has no answer. Give the transport a fixture."
            case .unmatched(let request, nearest: let nearest?):
                """
                No recorded exchange matches \(request). Make the two agree where they differ, or have the exchange \
                compared less strictly ("match", "ignore").
                  nearest: \(nearest)
                """
            case .exhausted(let request, let exchange, let nearest):
                """
                \(request) came once more than recorded: \(exchange) is used up. \
                Give the fixture once more, or mark the exchange "repeat": true. A client repeats calls by itself unless \
                its retry is .none.
                """ + (nearest.map { "\n  nearest of those left: \($0)" } ?? "")
            case .outOfOrder(let request, let due):
                "\(request) came out of order. Make the calls in the recorded order, or replay in any.\n  due: \(due)"
            case .otherOrdinal(let request, let exchange, let expected, let got):
                "\(request) has come \(got) times, and \(exchange) is for time \(expected). Record the others, too."
            case .unused(let exchange, let nearest):
                "No request asked for \(exchange). Make the call, or leave the exchange out."
                    + (nearest.map { "\n  nearest: \($0)" } ?? "")
            }
        }
    }

    /// What comes nearest to a request, or to an exchange.
    public struct Nearest: Hashable, Sendable, CustomStringConvertible {
        /// The exchange: fixture, number, method and address; or the request: method and address.
        public let title: String
        /// What is different, part by part.
        public let differences: [String]

        init(_ title: String, _ differences: [RequestDifference]) {
            self.title = title
            self.differences = differences.map(\.description)
        }

        /// The nearest of several.
        init?(of candidates: [(title: String, differences: [RequestDifference])]) {
            let distances = candidates.map { $0.differences.map(\.weight).reduce(0, +) }
            guard let nearest = zip(candidates, distances).min(by: { $0.1 < $1.1 })?.0 else { return nil }
            self.init(nearest.title, nearest.differences)
        }

        /// The title, and the differences below it.
        public var description: String { ([title] + differences.map { "    \($0)" }).joined(separator: "\n") }
    }
}
