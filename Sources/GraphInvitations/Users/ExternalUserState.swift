/// Whether a guest has accepted the invitation.
///
/// A word that this package does not know is kept and written back as it came.
///
/// Mirrors `externalUserState` of [user](https://learn.microsoft.com/graph/api/resources/user).
public enum ExternalUserState: Hashable, Sendable, Codable {
    /// The guest has not accepted yet.
    case pendingAcceptance
    /// The guest has accepted.
    case accepted
    /// A word that this package does not know.
    case unknown(String)
}

extension ExternalUserState: RawRepresentable, WireText {
    static let known: [Self] = [.pendingAcceptance, .accepted]

    /// The value that a word stands for; never nil.
    public init(rawValue: String) {
        self = Self.known.first { $0.rawValue.isSameWord(as: rawValue) } ?? .unknown(rawValue)
    }

    /// The word, as Graph spells it.
    public var rawValue: String {
        switch self {
        case .pendingAcceptance: "PendingAcceptance"
        case .accepted: "Accepted"
        case .unknown(let word): word
        }
    }
}
