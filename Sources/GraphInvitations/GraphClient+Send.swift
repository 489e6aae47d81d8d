extension GraphClient {
    /// Sends a request and reads the answer.
    ///
    /// - Parameter request: What to send; it needs the permission `request.operation.leastPrivilegedPermission`.
    /// - Returns: The answer.
    /// - Throws: ``GraphError`` for every failure: before sending, on the way, in the answer.
    public func send<Response>(_ request: GraphRequest<Response>) async throws(GraphError) -> Response {
        try GraphError.refuse(request.problems(in: cloud))
        let clientRequestID = configuration.makeClientRequestID()
        let token = try await accessToken(clientRequestID: clientRequestID)
        let outgoing = try authorized(request.transportRequest(for: cloud), by: token, clientRequestID: clientRequestID)
        var call = Call(
            operation: request.operation,
            mailsGuest: request.mailsGuest,
            clientRequestID: clientRequestID,
            token: token
        )
        // The last moment at which giving up is certain to send nothing.
        guard !Task.isCancelled else { throw GraphError(cancelled: clientRequestID) }
        let sentAt = configuration.now()
        let response: TransportResponse
        do {
            response = try await transport.send(outgoing)
        } catch {
            throw call.failure(error, sentAt: sentAt, endedAt: configuration.now())
        }
        return try call.read(response, sentAt: sentAt, receivedAt: configuration.now())
    }

    private func accessToken(clientRequestID: String) async throws(GraphError) -> AccessToken {
        let request = TokenRequest(
            cloud: cloud,
            transport: transport,
            clientRequestID: clientRequestID,
            now: configuration.now
        )
        do {
            return try await credential.token(for: request)
        } catch {
            guard !Task.isCancelled else { throw GraphError(cancelled: clientRequestID) }
            throw GraphError(signIn: error, clientRequestID: clientRequestID)
        }
    }

    private func authorized(
        _ request: TransportRequest,
        by token: AccessToken,
        clientRequestID: String
    ) throws(GraphError) -> TransportRequest {
        var request = request
        request.headers["client-request-id"] = clientRequestID
        if !cloud.isGraph(request.url) {
            try GraphError.refuse([
                ValidationFinding(
                    field: "url",
                    rule: "is not an address of Graph in the cloud \(cloud.name), so it gets no token.",
                    remedy: "Use a client for the cloud of that address."
                )
            ])
        }
        request.headers["Authorization"] = "Bearer \(token.token.reveal())"
        try GraphError.refuse(request.problems)
        return request
    }
}
