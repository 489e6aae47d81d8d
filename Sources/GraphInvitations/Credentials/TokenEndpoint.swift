#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The sign-in service's token endpoint, for one app in one tenant.
struct TokenEndpoint: Sendable {
    let tenantID: String
    let clientID: String
    let isCAEEnabled: Bool

    func token(for request: TokenRequest, clientSecret: Secret) async throws -> AccessToken {
        try GraphError.refuse(problems(clientSecret))
        var fields = [
            ("client_id", clientID), ("client_secret", clientSecret.reveal()),
            ("grant_type", "client_credentials"), ("scope", request.scope),
        ]
        let claims = isCAEEnabled ? ClaimsChallenge.addingCapability(to: request.claims) : request.claims
        if let claims { fields.append(("claims", claims)) }
        return try await send(fields, hiding: clientSecret, for: request)
    }

    private func send(
        _ fields: [(String, String)],
        hiding secret: Secret,
        for request: TokenRequest
    ) async throws -> AccessToken {
        let outgoing = TransportRequest(
            method: "POST",
            url: "\(request.cloud.loginAuthority)/\(tenantID)/oauth2/v2.0/token",
            headers: [
                "Accept": "application/json",
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": GraphClient.userAgent,
                "client-request-id": request.clientRequestID,
            ],
            body: FormFields.encode(fields)
        )
        try GraphError.refuse(outgoing.problems)
        let requestedAt = request.now()
        let response = try await request.transport.send(outgoing)
        return try TokenAnswer(response: response, receivedAt: request.now(), secret: secret)
            .accessToken(requestedAt: requestedAt)
    }

    private func problems(_ clientSecret: Secret) -> [ValidationFinding] {
        var findings: [ValidationFinding] = []
        let isTenant = tenantID.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        if tenantID.isEmpty || !isTenant || ["common", "organizations", "consumers"].contains(tenantID.lowercased()) {
            findings.append(
                ValidationFinding(
                    field: "tenantID",
                    rule: "does not name one tenant.",
                    remedy: "Give the tenant's id or one of its domains, such as contoso.onmicrosoft.com."
                )
            )
        }
        if clientID.isEmpty || clientID.containsBlankOrControl {
            findings.append(
                ValidationFinding(
                    field: "clientID",
                    rule: "is not an application id.",
                    remedy: "Give the application (client) id of the app registration."
                )
            )
        }
        if clientSecret.reveal().isEmpty || clientSecret.reveal().containsControl {
            findings.append(
                ValidationFinding(
                    field: "clientSecret",
                    rule: "is empty or contains a line break.",
                    remedy: "Give the secret's value, not its id; trim what was read from a file."
                )
            )
        }
        return findings
    }
}
