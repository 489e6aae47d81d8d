#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEvent: CustomStringConvertible {
    /// Operation, attempt, what happened and the id of the call, in one line.
    public var description: String {
        "\(operation) #\(attempt): \(kind) [\(clientRequestID)]".oneLine
    }
}

extension GraphEvent.Kind: CustomStringConvertible {
    /// What happened, in one line.
    public var description: String {
        switch self {
        case .request(let request): "request \(request.method) \(request.shownURL)"
        case .response(let response): "response \(response)"
        case .failure(let failure): "failure \(failure)"
        case .wait(let wait): "wait \(wait)"
        case .token(let token): "token \(token)"
        case .warning(let finding): "warning \(finding)".oneLine
        }
    }
}

extension GraphEvent.Response: CustomStringConvertible {
    /// Status, size, time and the service's id.
    public var description: String {
        "\(statusCode), \(bodySize) bytes in \(duration.formattedSeconds)"
            + (requestID.map { ", request-id \($0)" } ?? "").oneLine
    }
}

extension GraphEvent.Failure: CustomStringConvertible {
    /// Code, fate of the request and reason.
    public var description: String {
        "\(code) (\(mayHaveBeenSent ? "the request may have been sent" : "nothing was sent"))"
            + (message.map { ": \($0)" } ?? "").oneLine
    }
}

extension GraphEvent.Wait: CustomStringConvertible {
    /// Time and reason.
    public var description: String { "\(duration.formattedSeconds) (\(reason))" }
}

extension GraphEvent.Token: CustomStringConvertible {
    /// Expiry and permissions.
    public var description: String {
        (isRenewed ? "renewed, " : "") + (permissions.isEmpty ? "" : "\(permissions.joined(separator: " ")), ").oneLine
            + (expiresOn == .distantFuture ? "no known expiry" : "expires \(expiresOn.wireText)")
    }
}
