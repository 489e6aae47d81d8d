#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that a client did, as a value that is safe to log: it holds no credential and no redeem URL.
///
/// A request's address and body are in it, and with them the addresses of guests.
public struct GraphEvent: Sendable {
    /// What happened.
    public let kind: Kind
    /// The name of the operation, such as `createInvitation`; `signIn` for requests of a credential.
    public let operation: String
    /// The id of the call, the same for all its events and sent as `client-request-id`.
    ///
    /// A sign-in that several calls wait for goes under the id of the one that began it.
    public let clientRequestID: String
    /// The number of the attempt that it belongs to, from 1.
    public let attempt: Int

    /// What can happen; switch with a `default`, since more may be added.
    public enum Kind: Sendable {
        /// A request is about to be sent.
        ///
        /// Its ``TransportRequest/curlCommand`` can be printed as it is.
        case request(TransportRequest)
        /// An answer came.
        case response(Response)
        /// No answer came.
        case failure(Failure)
        /// The call waits.
        case wait(Wait)
        /// The credential gave a token.
        case token(Token)
        /// Graph will leave something undone that the request asks for.
        case warning(ValidationFinding)
    }
}

extension GraphEvent {
    /// What can be told of an answer without its body.
    public struct Response: Hashable, Sendable {
        /// The status.
        public let statusCode: Int
        /// The fields, those that are not known to be harmless replaced by a placeholder.
        public let headers: HTTPFields
        /// The size of the body in bytes.
        public let bodySize: Int
        /// The time from sending the request to the end of the answer, by the client's calendar clock.
        public let duration: Duration

        /// The id that the service gave the request, for support.
        public var requestID: String? { headers["request-id"] ?? headers["x-ms-request-id"] }
    }

    /// What can be told of a request that got no answer.
    public struct Failure: Hashable, Sendable {
        /// What kind of failure it is.
        public let code: GraphError.Code
        /// Whether the service may have had the request all the same.
        public let mayHaveBeenSent: Bool
        /// The reason in the words of the transport, where it gives one.
        public let message: String?
    }

    /// A pause before a request is sent.
    public struct Wait: Hashable, Sendable {
        /// How long it takes, as far as is known at its begin.
        public let duration: Duration
        /// Why.
        public let reason: Reason

        /// Why a call waits; prints as its bare name.
        public struct Reason: Hashable, Sendable, CustomStringConvertible {
            /// The name.
            public let description: String

            /// The service named the time.
            public static let retryAfter = Self(description: "retryAfter")
            /// The attempt before failed, and the service named no time.
            public static let backoff = Self(description: "backoff")
            /// The directory does not know yet what has changed.
            public static let replication = Self(description: "replication")
            /// Other calls come first.
            public static let turn = Self(description: "turn")
        }
    }

    /// What can be told of a token.
    public struct Token: Hashable, Sendable {
        /// When it expires.
        public let expiresOn: Date
        /// What the token says it may do; empty where it cannot be read.
        public let permissions: [String]
        /// Whether it replaces one that Graph did not accept.
        public let isRenewed: Bool
    }
}
