/// Why a transport has no answer, and whether the server may have had the request.
public struct TransportError: Error {
    /// What went wrong.
    public var code: Code
    /// Whether the server may have received the request, and so acted on it.
    public var mayHaveBeenSent: Bool
    /// The reason in the words of whatever noticed it, without secrets.
    public var message: String
    /// The error that was caught, if there was one.
    public var underlyingError: (any Error)?

    /// An error of these parts.
    public init(_ code: Code, mayHaveBeenSent: Bool, message: String, underlyingError: (any Error)? = nil) {
        self.code = code
        self.mayHaveBeenSent = mayHaveBeenSent
        self.message = message
        self.underlyingError = underlyingError
    }
}

extension TransportError {
    /// What went wrong; prints as its bare name.
    ///
    /// ``RetryPolicy`` repeats after the failures of a network that are named here; a code of your own is final, and the
    /// call fails with a ``GraphError/Code`` of the same name.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The name.
        public let rawValue: String

        /// A code of that name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The name.
        public var description: String { rawValue }

        /// The request cannot be sent as it stands.
        public static let invalidRequest = Self(rawValue: "invalidRequest")
        /// The host's name has no address.
        public static let nameNotResolved = Self(rawValue: "nameNotResolved")
        /// No connection could be made.
        public static let connectionRefused = Self(rawValue: "connectionRefused")
        /// No encrypted connection could be agreed on.
        public static let secureConnectionFailed = Self(rawValue: "secureConnectionFailed")
        /// The connection ended before the whole answer was there.
        public static let connectionLost = Self(rawValue: "connectionLost")
        /// The answer took longer than allowed.
        public static let timedOut = Self(rawValue: "timedOut")
        /// The task was cancelled.
        public static let cancelled = Self(rawValue: "cancelled")
        /// What came is not an HTTP answer.
        public static let malformedResponse = Self(rawValue: "malformedResponse")
        /// The transport does not say.
        public static let unknown = Self(rawValue: "unknown")
    }
}

extension TransportError: CustomStringConvertible {
    /// Code, fate of the request and reason in one line.
    public var description: String { "\(code) \(reason)" }

    /// Fate of the request and reason.
    var reason: String { "(\(mayHaveBeenSent ? "the request may have been sent" : "nothing was sent")): \(message)" }
}
