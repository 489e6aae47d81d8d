#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a token endpoint answered.
struct TokenAnswer {
    let response: TransportResponse
    let receivedAt: Date
    /// What was sent to get it.
    let secret: Secret

    /// The token, counted from before the request, so that it never lives longer here than there.
    func accessToken(requestedAt: Date) throws(GraphError) -> AccessToken {
        guard (200..<300).contains(response.statusCode) else { throw refusal }
        let body = response.json
        guard let token = body?["access_token"]?.stringValue, !token.isEmpty,
            let lifetime = seconds(body?["expires_in"]), lifetime > 0
        else { throw failure(.malformedResponse) }
        return AccessToken(token: Secret(token), expiresOn: requestedAt.addingTimeInterval(lifetime))
    }

    private var refusal: GraphError {
        let oauthError = response.json(hiding: secret).flatMap(OAuthError.init)
        var error =
            switch response.statusCode {
            case 429: failure(.throttled)
            case 500...: failure(.serviceUnavailable)
            default: failure(oauthError?.error == "temporarily_unavailable" ? .serviceUnavailable : .authentication)
            }
        error.oauthError = oauthError
        return error
    }

    private func failure(_ code: GraphError.Code) -> GraphError {
        var error = GraphError(code: code)
        error.statusCode = response.statusCode
        error.requestID = response.headers["x-ms-request-id"]
        error.retryAfter = RetryAfter.duration(in: response.headers, at: receivedAt)
        error.response = response
        return error
    }

    /// A number, or a number in a string: sign-in services send both.
    private func seconds(_ value: JSONValue?) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .string(let text): Double(text)
        default: nil
        }
    }
}
