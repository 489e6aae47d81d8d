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
    private static let words: [OpenWord<Self>] = [
        OpenWord("PendingAcceptance", .pendingAcceptance), OpenWord("Accepted", .accepted),
    ]

    /// The state that a word stands for; never nil.
    public init(rawValue: String) {
        self = OpenWord.value(of: rawValue, in: Self.words) ?? .unknown(rawValue)
    }

    /// The word, as Graph spells it.
    public var rawValue: String {
        if case .unknown(let word) = self { return word }
        return OpenWord.word(for: self, in: Self.words)
    }
}
