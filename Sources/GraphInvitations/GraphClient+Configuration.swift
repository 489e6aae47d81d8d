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
        /// How often a call is tried, and for how long.
        public var retry: RetryPolicy = .default
        /// How fast requests to `/invitations` are sent.
        public var throttle: Throttle = .graphInvitations
        /// How long calls of several steps wait for the directory to catch up.
        public var replication = Replication()
        /// Who is told what the client does, in the order in which a call does it.
        ///
        /// The call waits for it, so it must be quick. What it gets holds no credential and no redeem URL.
        public var onEvent: (@Sendable (GraphEvent) -> Void)?
        /// What waits are measured on.
        public var clock: any Clock<Duration> = ContinuousClock()
        /// Where the date comes from, to tell when a token expires and what a date in `Retry-After` means.
        public var now: @Sendable () -> Date = { Date() }
        /// Where chance comes from: a number from 0 to 1 for each failed attempt after which the service names no time.
        public var random: @Sendable () -> Double = { .random(in: 0...1) }
        /// Where the id of a call comes from, sent as `client-request-id` with each of its attempts.
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
