/// One HTTP request that carries items of a batch.
struct BatchCarrier: Sendable {
    /// What came back for the items of one request.
    struct Receipt: Sendable {
        /// The items.
        let numbers: [Int]
        let clientRequestID: String
        let token: AccessToken?
        /// When the request was first let through.
        let begin: Duration
        /// When its answer was there.
        let end: Duration
        /// What came, and the answers in it by the ids of their items, if it carries any.
        let result: Result<(whole: Reply, answers: [String: TransportResponse]?), GraphError>

        /// What came back for one item.
        enum Outcome {
            case answered(Reply)
            /// Success, and no answer for the item: its status says nothing about items.
            case unreadable(TransportResponse, GraphError.Attempt)
            case failed(GraphError)
        }

        func outcome(of number: Int, _ purpose: Delivery.Purpose) -> Outcome {
            switch result {
            case .failure(let error): return .failed(error)
            case .success((let whole, let answers)):
                let answer = answers?[BatchEnvelope.id(of: number)].map(Result<TransportResponse, any Error>.success)
                if answer == nil, case .success(let response) = whole.result, answers != nil || response.isSuccess {
                    return .unreadable(response, whole.attempt)
                }
                return .answered(BatchCarrier.reply(answer ?? whole.result, purpose, in: whole))
            }
        }
    }

    let client: GraphClient
    let clientRequestID: String
    let items: [(number: Int, item: GraphBatch.Item)]
    let invitationCount: Int
    /// Whether none of the items was sent before.
    let isFirst: Bool
    let reporter: EventReporter?

    /// Sends it, and returns what came back.
    func receipt() async -> Receipt {
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
        let result: Result<(whole: Reply, answers: [String: TransportResponse]?), GraphError>
        do throws(GraphError) {
            let whole = try await client.reply(to: request, by: &delivery, for: &call, reporter) { whole in
                answers = try? whole.result.map(BatchEnvelope.answers).get()
                return closure(after: whole, answers)
            }
            result = .success((whole, answers))
        } catch {
            result = .failure(error)
        }
        if isFirst, let token = call.token { reportWarnings(token) }
        let now = client.settings.timeline.elapsed()
        return Receipt(
            numbers: items.map(\.number),
            clientRequestID: clientRequestID,
            token: call.token,
            begin: delivery.begin ?? now,
            end: now,
            result: result
        )
    }

    /// For how long all calls of the kind must wait, because an item was throttled.
    private func closure(after whole: Reply, _ answers: [String: TransportResponse]?) -> Duration? {
        (answers ?? [:]).values.map { Self.reply(.success($0), .batch, in: whole) }.filter(\.attempt.isThrottled)
            .map { client.settings.wait(after: $0, attempts: 1) }.max()
    }

    private static func reply(
        _ result: Result<TransportResponse, any Error>,
        _ purpose: Delivery.Purpose,
        in whole: Reply
    ) -> Reply {
        Reply(result, to: purpose, sentAt: whole.attempt.sentAt, endedAt: whole.attempt.endedAt)
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
