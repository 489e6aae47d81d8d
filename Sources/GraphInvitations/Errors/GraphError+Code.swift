extension GraphError {
    /// What kind of failure an error is; prints as its bare name.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The name.
        public let rawValue: String

        /// A code of that name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The name.
        public var description: String { rawValue }

        /// The input is wrong; nothing was sent to Graph.
        ///
        /// ``GraphError/problems`` says what to change.
        public static let invalidRequest = Self(rawValue: "invalidRequest")
        /// No token could be got.
        public static let authentication = Self(rawValue: "authentication")
        /// Graph did not accept the token (401).
        public static let unauthorized = Self(rawValue: "unauthorized")
        /// Graph or the tenant's policy forbids it (403).
        public static let forbidden = Self(rawValue: "forbidden")
        /// There is no such object, or not yet (404).
        public static let notFound = Self(rawValue: "notFound")
        /// It collides with what is there (409).
        public static let conflict = Self(rawValue: "conflict")
        /// Too many requests (429); ``GraphError/retryAfter`` says how long to wait.
        public static let throttled = Self(rawValue: "throttled")
        /// A request of a batch that this one was to follow failed, so this one was not done (424).
        public static let failedDependency = Self(rawValue: "failedDependency")
        /// Graph refused for another reason; repeating the same request does not help.
        public static let rejected = Self(rawValue: "rejected")
        /// The service cannot be used at the moment (502, 503, 504).
        public static let serviceUnavailable = Self(rawValue: "serviceUnavailable")
        /// No answer came: the service could not be reached, or the connection was lost.
        public static let transport = Self(rawValue: "transport")
        /// No answer came in time.
        public static let timedOut = Self(rawValue: "timedOut")
        /// The task was cancelled.
        public static let cancelled = Self(rawValue: "cancelled")
        /// Graph may have mailed a guest, and no answer says whether it did.
        ///
        /// ``InvitationsRequestBuilder/reconcile(_:settlingTime:)`` finds out from ``GraphError/invitationInDoubt``.
        public static let outcomeUnknown = Self(rawValue: "outcomeUnknown")
        /// The answer says success and cannot be read; ``GraphError/response`` has it whole.
        public static let malformedResponse = Self(rawValue: "malformedResponse")
    }
}

extension GraphError.Code {
    init(statusCode: Int) {
        switch statusCode {
        case 401: self = .unauthorized
        case 403: self = .forbidden
        case 404: self = .notFound
        case 409: self = .conflict
        case 424: self = .failedDependency
        case 429: self = .throttled
        case 502, 503, 504: self = .serviceUnavailable
        default: self = .rejected
        }
    }

    /// The code for a request that got no answer.
    ///
    /// Whatever a transport throws when its task was cancelled, that is what happened.
    init(noAnswer error: any Error) {
        if error is CancellationError || Task.isCancelled {
            self = .cancelled
        } else {
            self = (error as? TransportError).map(Self.init) ?? .transport
        }
    }

    init(_ error: TransportError) {
        switch error.code {
        case .timedOut: self = .timedOut
        case .invalidRequest: self = .invalidRequest
        case .cancelled: self = .cancelled
        case .nameNotResolved, .connectionRefused, .secureConnectionFailed, .connectionLost, .malformedResponse,
            .unknown:
            self = .transport
        default: self.init(rawValue: error.code.rawValue)
        }
    }
}
