#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is known of one call, to read its last reply or report its failure.
struct Call: Sendable {
    let operation: GraphOperation
    let invitation: (any InvitationBody)?
    var clientRequestID: String
    /// The token that was sent last.
    var token: AccessToken?
    /// What was sent.
    var attempts: [GraphError.Attempt] = []

    /// The reply as a value, decided by its status first.
    func read<Response: Decodable>(_ reply: Reply) throws(GraphError) -> Response {
        let response: TransportResponse
        switch reply.result {
        case .success(let answer): response = answer
        case .failure(let error): throw failure(error, reply.attempt)
        }
        guard response.isSuccess else {
            let refusal = refusal(response, reply.retryAfter)
            if isDone(by: refusal), let done = NoContent() as? Response { return done }
            throw refusal
        }
        do {
            let body = response.bodyWithoutMark
            // No body says what null says: enough for an answer that needs none.
            return try JSONDecoder().decode(Response.self, from: body.isEmpty ? Data("null".utf8) : body)
        } catch {
            throw unreadable(response, error)
        }
    }

    /// The error for an answer that says success and cannot be read.
    func unreadable(_ response: TransportResponse, _ error: (any Error)? = nil) -> GraphError {
        var failure = failure(.malformedResponse, response)
        failure.underlyingError = error
        failure.invitationInDoubt = doubt
        return failure
    }

    init(_ content: RequestContent, clientRequestID: String) {
        operation = content.operation
        invitation = content.invitation
        self.clientRequestID = clientRequestID
    }

    /// An error that kept the call from going on, with what was sent before.
    func interrupted(by error: GraphError) -> GraphError {
        var failure = error
        failure.clientRequestID = error.clientRequestID ?? clientRequestID
        failure.attempts = attempts
        return leavingNoDoubtUnsaid(failure)
    }

    /// Whether what was asked for is done.
    func isSuccess(_ reply: Reply) -> Bool {
        guard case .success(let response) = reply.result else { return false }
        return response.isSuccess || isDone(by: refusal(response, reply.retryAfter))
    }

    /// Whether the refusal of a repetition tells that an attempt before it has succeeded.
    private func isDone(by refusal: GraphError) -> Bool {
        guard attempts.leftOpenBeforeLast else { return false }
        return switch operation.refusalOfRepetition {
        case .notFound: refusal.code == .notFound
        case .alreadyExists: refusal.tellsOfExistence
        case nil: false
        }
    }

    /// The error for a request that got no answer.
    private func failure(_ error: any Error, _ attempt: GraphError.Attempt) -> GraphError {
        guard case .failure(let code, _) = attempt.outcome else { return failure(.transport, nil) }
        var failure = self.failure(code, nil)
        failure.underlyingError = error
        return leavingNoDoubtUnsaid(failure)
    }

    private func refusal(_ response: TransportResponse, _ retryAfter: Duration?) -> GraphError {
        let code = GraphError.Code(statusCode: response.statusCode)
        var failure = self.failure(code, response)
        failure.retryAfter = retryAfter
        failure.serviceError = response.json(hiding: token?.token).flatMap(ODataError.init)
        if operation.isInvitation { failure.invitationFailure = failure.serviceError.flatMap(InvitationFailure.init) }
        if let inner = failure.serviceError?.innerError, failure.requestID == nil {
            failure.requestID = inner.requestID
        }
        if code == .unauthorized || code == .forbidden {
            failure.requiredPermission = operation.leastPrivilegedPermission
            failure.heldPermissions = token?.permissions ?? []
            failure.isPermissionHeld = operation.isCovered(by: failure.heldPermissions)
        }
        return leavingNoDoubtUnsaid(failure)
    }

    /// The error, saying so where a guest may have been invited, and above all where the guest may have been mailed.
    private func leavingNoDoubtUnsaid(_ error: GraphError) -> GraphError {
        guard let invitation, attempts.contains(where: \.leavesOutcomeOpen) else { return error }
        // A refusal of known meaning is none, whatever its status.
        if error.invitationFailure != nil, !attempts.leftOpenBeforeLast { return error }
        var error = error
        error.invitationInDoubt = doubt
        if invitation.sendInvitationMessage, error.code != .cancelled, attempts.contains(where: \.isInDoubt) {
            error.code = .outcomeUnknown
        }
        return error
    }

    /// What is known of an invitation that may have happened.
    private var doubt: InvitationInDoubt? {
        guard let invitation, let first = attempts.first, let last = attempts.last else { return nil }
        return InvitationInDoubt(
            invitedUserEmailAddress: invitation.invitedUserEmailAddress,
            resetUserID: invitation.resetUserID,
            sentAt: first.sentAt,
            endedAt: last.endedAt,
            clientRequestID: clientRequestID
        )
    }

    private func failure(_ code: GraphError.Code, _ response: TransportResponse?) -> GraphError {
        var failure = GraphError(code: code)
        failure.statusCode = response?.statusCode
        failure.response = response
        failure.requestID = response?.headers["request-id"]
        failure.clientRequestID = clientRequestID
        failure.attempts = attempts
        return failure
    }
}
