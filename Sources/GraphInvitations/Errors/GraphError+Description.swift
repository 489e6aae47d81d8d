extension GraphError: CustomStringConvertible {
    /// Code, status, what the service said, remedy and ids, in one line and without secrets.
    public var description: String {
        var parts = [code.rawValue + (statusCode.map { " (\($0))" } ?? "")]
        if let invitationFailure { parts.append("[\(invitationFailure)]") }
        parts += problems.map(\.description)
        parts += [serviceSentence, signInSentence, permissionSentence].compactMap(\.self)
        if isSignInFailure {
            parts.append("Signing in failed" + (attempts.isEmpty ? ", and nothing was sent to Graph." : "."))
        }
        if let causeSentence { parts.append(causeSentence) }
        if let guestProgress { parts.append("Steps: \(guestProgress).") }
        if problems.isEmpty, let remedy { parts.append(remedy) }
        if let requestID { parts.append("request-id \(requestID)") }
        if let clientRequestID { parts.append("client-request-id \(clientRequestID)") }
        return parts.joined(separator: " ").oneLine
    }

    private var serviceSentence: String? {
        guard let serviceError else { return nil }
        return [serviceError.code, serviceError.message].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private var signInSentence: String? {
        guard let oauthError else { return nil }
        return [oauthError.error, oauthError.errorDescription ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private var causeSentence: String? {
        switch underlyingError {
        case nil, is CancellationError: nil
        // Signing in says by itself that nothing was sent to Graph; what the sign-in service got is of no account.
        case let error as TransportError where isSignInFailure: "\(error.code): \(error.message)"
        // Not the same word twice.
        case let error as TransportError: error.code.rawValue == code.rawValue ? error.reason : error.description
        case is DecodingError where response?.body.isEmpty == true: "The body is empty."
        case let error as DecodingError: error.place
        // Its text may hold anything, so only its type is named.
        case let error?: "The cause is an error of the type \(type(of: error))."
        }
    }

    private var permissionSentence: String? {
        guard let requiredPermission else { return nil }
        let held = heldPermissions.isEmpty ? "none that can be read" : heldPermissions.joined(separator: ", ")
        return "It needs \(requiredPermission); the token holds \(held)."
    }
}

extension GraphError: CustomReflectable {
    /// The parts; of an error of another package the type alone, because it may hold anything.
    public var customMirror: Mirror {
        let cause: Any? = underlyingError is TransportError ? underlyingError : underlyingError.map { type(of: $0) }
        return Mirror(
            self,
            children: [
                "code": code, "statusCode": statusCode as Any, "serviceError": serviceError as Any,
                "oauthError": oauthError as Any, "invitationFailure": invitationFailure as Any, "problems": problems,
                "requestID": requestID as Any, "clientRequestID": clientRequestID as Any,
                "retryAfter": retryAfter as Any, "attempts": attempts, "invitationInDoubt": invitationInDoubt as Any,
                "guestProgress": guestProgress as Any,
                "response": response as Any, "requiredPermission": requiredPermission as Any,
                "heldPermissions": heldPermissions, "isSignInFailure": isSignInFailure,
                "underlyingError": cause as Any,
            ],
            displayStyle: .struct
        )
    }
}

extension DecodingError {
    /// Where reading stopped, without what was read.
    fileprivate var place: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        let path = context?.codingPath.map(\.stringValue).joined(separator: "/") ?? ""
        return "The body cannot be read at /\(path)."
    }
}
