/// A client secret or a token: compared and passed on like a string, never printed.
public struct Secret: Hashable, Sendable, ExpressibleByStringLiteral {
    private let value: String

    /// Wraps a secret.
    public init(_ value: String) { self.value = value }

    /// Wraps a secret; for tests, since a real one does not belong into source code.
    public init(stringLiteral value: String) { self.value = value }

    /// The secret itself: for the request that needs it, and nothing else.
    public func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A placeholder.
    public var description: String { "<secret>" }
    /// A placeholder.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
