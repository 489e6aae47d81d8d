/// One HTTP request that carries items of a batch.
struct BatchCarrier: Sendable {
    let client: GraphClient
    let clientRequestID: String
    let items: [(number: Int, item: GraphBatch.Item)]
    let invitationCount: Int
    /// Whether none of the items was sent before.
    let isFirst: Bool
    let reporter: EventReporter?

    /// Sends it, and returns what came back.
    func receipt() async -> BatchReceipt {
        let content = RequestContent(operation: .batch, method: "POST", path: "/$batch")
        var call = Call(content, clientRequestID: clientRequestID)
        var delivery = Delivery(
            .batch,
            client.settings,
            queue: invitationCount > 0 ? client.gate.invitations : client.gate.users,
            weight: max(1, invitationCount),
            reporter: reporter
        )
        let request = BatchEnvelope.request(of: items, to: client.cloud)
        var answers: [String: TransportResponse]?
        let whole: Result<Reply, GraphError>
        do throws(GraphError) {
            let reply = try await client.reply(to: request, by: &delivery, for: &call, reporter) { reply in
                answers = try? reply.result.map(BatchEnvelope.answers).get()
                return closure(after: reply, answers)
            }
            whole = .success(reply)
        } catch {
            whole = .failure(error)
        }
        if isFirst, let token = call.token { reportWarnings(token) }
        let now = client.settings.timeline.elapsed()
        return BatchReceipt(
            numbers: items.map(\.number),
            clientRequestID: clientRequestID,
            token: call.token,
            begin: delivery.begin ?? now,
            end: now,
            whole: whole,
            answers: answers
        )
    }

    /// For how long all calls of the kind must wait, because an item was throttled.
    private func closure(after whole: Reply, _ answers: [String: TransportResponse]?) -> Duration? {
        (answers ?? [:]).values.map { Reply(.success($0), to: .batch, within: whole) }.filter(\.attempt.isThrottled)
            .map { client.settings.wait(after: $0, attempts: 1) }.max()
    }

    /// Tells what Graph will leave undone of the invitations.
    private func reportWarnings(_ token: AccessToken) {
        for (_, item) in items {
            for warning in item.content.invitation?.warnings(isAppOnly: token.isAppOnly) ?? [] {
                reporter?.report(.warning(warning), attempt: 1)
            }
        }
    }
}
