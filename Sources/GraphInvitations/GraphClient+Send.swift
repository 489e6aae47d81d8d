extension GraphClient {
    /// Sends a request and reads the answer.
    ///
    /// - Parameter request: What to send; it needs the permission `request.operation.leastPrivilegedPermission`.
    /// - Returns: The answer.
    /// - Throws: ``GraphError`` for every failure: before sending, on the way, in the answer.
    @concurrent
    public func send<Response>(_ request: GraphRequest<Response>) async throws(GraphError) -> Response {
        try refuse(request.content)
        let outgoing = request.transportRequest(for: cloud)
        var call = Call(request.content, clientRequestID: configuration.makeClientRequestID())
        let reporter = EventReporter(
            configuration.onEvent,
            operation: call.operation.name,
            clientRequestID: call.clientRequestID
        )
        var delivery = Delivery(
            .graph(mailsGuest: request.mailsGuest),
            settings,
            queue: gate.queue(for: call.operation),
            reporter: reporter
        )
        let reply = try await reply(to: outgoing, by: &delivery, for: &call, reporter)
        return try call.read(reply)
    }

    /// Refuses what must not be sent to the client's cloud.
    func refuse(_ content: RequestContent) throws(GraphError) {
        try GraphError.refuse(content.problems(in: cloud) + addressProblems(of: content))
    }

    /// Sends a request with a token until its reply is final.
    func reply(
        to outgoing: TransportRequest,
        by delivery: inout Delivery,
        for call: inout Call,
        _ reporter: EventReporter?,
        closing: (_ reply: Reply) -> Duration? = { _ in nil }
    ) async throws(GraphError) -> Reply {
        let (clientRequestID, invitation) = (call.clientRequestID, call.invitation)
        var token: AccessToken?
        var claims: String?
        let reply: Reply
        do {
            reply = try await delivery.run { attempt async throws(GraphError) in
                let current = try await accessToken(clientRequestID, claims)
                if let reporter { report(current, replacing: token, invitation, attempt, reporter) }
                token = current
                return try authorized(outgoing, by: current, clientRequestID, attempt)
            } renew: { refusal async throws(GraphError) in
                guard let rejected = token else { return false }
                await credential.invalidate(rejected)
                claims = ClaimsChallenge(refusal.headers)?.claims
                return try await accessToken(clientRequestID, claims).token != rejected.token
            } closing: {
                closing($0)
            }
        } catch {
            call.attempts = delivery.attempts
            throw call.interrupted(by: error)
        }
        call.attempts = delivery.attempts
        call.token = token
        // The next call must not begin with it.
        if reply.fate == .unauthorized, let token { await credential.invalidate(token) }
        return reply
    }

    /// A token goes to Graph in the client's own cloud and nowhere else, whatever a further page's address says.
    private func addressProblems(of content: RequestContent) -> [ValidationFinding] {
        guard let link = content.nextLink, !cloud.isGraph(link), cloud.problems.isEmpty else { return [] }
        return [
            ValidationFinding(
                field: "url",
                rule: "is not an address of Graph in the cloud \(cloud.name), so it gets no token.",
                remedy: "Use a client for the cloud of that address."
            )
        ]
    }

    func accessToken(_ clientRequestID: String, _ claims: String?) async throws(GraphError) -> AccessToken {
        let request = TokenRequest(
            cloud: cloud,
            transport: signInTransport,
            clientRequestID: clientRequestID,
            claims: claims,
            now: configuration.now
        )
        do {
            return try await credential.token(for: request)
        } catch {
            guard !Task.isCancelled else { throw GraphError(code: .cancelled) }
            throw GraphError(signIn: error, clientRequestID: clientRequestID)
        }
    }

    private func authorized(
        _ request: TransportRequest,
        by token: AccessToken,
        _ clientRequestID: String,
        _ attempt: Int
    ) throws(GraphError) -> TransportRequest {
        var request = request
        request.headers["client-request-id"] = clientRequestID
        if attempt > 1 { request.headers["retry-attempt"] = String(attempt - 1) }
        request.headers["Authorization"] = "Bearer \(token.token.reveal())"
        try GraphError.refuse(request.problems)
        return request
    }

    /// Tells of the token that a call uses, and of what Graph will not do for its kind.
    private func report(
        _ token: AccessToken,
        replacing old: AccessToken?,
        _ invitation: (any InvitationBody)?,
        _ attempt: Int,
        _ reporter: EventReporter
    ) {
        if attempt == 1 {
            for warning in invitation?.warnings(isAppOnly: token.isAppOnly) ?? [] {
                reporter.report(.warning(warning), attempt: attempt)
            }
        }
        guard token.token != old?.token else { return }
        let event = GraphEvent.Token(
            expiresOn: token.expiresOn,
            permissions: token.permissions,
            isRenewed: old != nil
        )
        reporter.report(.token(event), attempt: attempt)
    }
}
