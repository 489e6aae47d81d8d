import GraphInvitations

/// What went wrong in place of a response.
struct RecordedFault: Error, Hashable {
    /// How fixtures call it.
    enum Kind: String, CaseIterable {
        case timeout
        case connectionLost
        case connectionRefused
        case truncated
        case nameNotResolved
        case secureConnectionFailed
        case malformedResponse
        case unknown

        var code: TransportError.Code {
            switch self {
            case .timeout: .timedOut
            case .truncated: .connectionLost
            default: TransportError.Code(rawValue: rawValue)
            }
        }

        /// Whether it leaves open what the service got, where the fixture does not say.
        var mayHaveBeenSent: Bool {
            switch self {
            case .connectionRefused, .nameNotResolved, .secureConnectionFailed: false
            default: true
            }
        }
    }

    let kind: Kind
    let mayHaveBeenSent: Bool

    init(_ node: FixtureNode) throws(FixtureFormatError) {
        try node.allow("fault", "mayHaveBeenSent", "delay")
        kind = try node.member("fault").word()
        mayHaveBeenSent = try node.optional("mayHaveBeenSent")?.bool() ?? kind.mayHaveBeenSent
    }

    /// What a transport reported; nil for a request that it refused or that was cancelled.
    init?(_ error: any Error) {
        let code = (error as? TransportError)?.code
        guard !(error is CancellationError), code != .invalidRequest, code != .cancelled else { return nil }
        kind = Kind.allCases.first { $0.code == code } ?? .unknown
        mayHaveBeenSent = (error as? TransportError)?.mayHaveBeenSent ?? true
    }

    var error: TransportError {
        TransportError(kind.code, mayHaveBeenSent: mayHaveBeenSent, message: "A recorded fault: \(kind.rawValue).")
    }

    /// As fixtures write it.
    var json: JSONValue {
        let fault = JSONValue.string(kind.rawValue)
        guard mayHaveBeenSent != kind.mayHaveBeenSent else { return ["fault": fault] }
        return ["fault": fault, "mayHaveBeenSent": .bool(mayHaveBeenSent)]
    }
}
