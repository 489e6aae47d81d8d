#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension GraphClient {
    /// The settings of a client.
    public struct Configuration: Sendable {
        /// Whether what Graph is known not to accept is refused before it is sent.
        public var validation: Validation = .strict
        /// Where the date comes from, to tell when a token expires.
        public var now: @Sendable () -> Date = { Date() }
        /// Where the id of a call comes from, sent as `client-request-id`.
        public var makeClientRequestID: @Sendable () -> String = {
            var generator = SystemRandomNumberGenerator()
            return RequestID.random(using: &generator)
        }

        /// The default settings.
        public init() {}
    }
}

extension GraphClient.Configuration {
    /// How much is checked before sending.
    public struct Validation: Hashable, Sendable, CustomStringConvertible {
        /// The name.
        public let description: String

        /// What Graph is known not to accept is refused.
        public static let strict = Self(description: "strict")
        /// Values are sent as they are; Graph is the judge.
        public static let off = Self(description: "off")
    }
}
