/// What a credential fetches tokens through: the client's transport, with the client's retrying and events.
struct SignInTransport: GraphTransport {
    let settings: Delivery.Settings
    let listener: (@Sendable (GraphEvent) -> Void)?

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let reporter = EventReporter(
            listener,
            operation: "signIn",
            clientRequestID: request.headers["client-request-id"] ?? ""
        )
        var delivery = Delivery(.signIn, settings, queue: nil, reporter: reporter)
        return
            try await delivery.run { _ in
                request
            } renew: { _ in
                false
            }
            .result.get()
    }
}
