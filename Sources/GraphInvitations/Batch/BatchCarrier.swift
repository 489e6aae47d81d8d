/// One HTTP request that carries items of a batch.
struct BatchCarrier: Sendable {
    let client: GraphClient
    let entries: [BatchEntry]

    /// Sends it, and returns what came back.
    func receipt() async -> BatchReceipt {
        let id = client.configuration.makeClientRequestID()
        let content = RequestContent(operation: .batch, method: "POST", path: "/$batch")
        var call = Call(content, clientRequestID: id)
        let reporter = EventReporter(
            client.configuration.onEvent,
            operation: call.operation.name,
            clientRequestID: id
        )
        let weight = entries.count(where: \.isInvitation)
        var delivery = Delivery(
            .batch,
            client.settings,
            queue: weight > 0 ? client.gate.invitations : client.gate.users,
            weight: max(1, weight),
            age: age,
            reporter: reporter
        )
        let request = BatchEnvelope.request(of: entries.map { ($0.number, $0.item) }, to: client.cloud)
        var outcomes: [Int: BatchReceipt.Outcome] = [:]
        do throws(GraphError) {
            _ = try await client.reply(to: request, by: &delivery, for: &call, reporter) { whole in
                outcomes = self.outcomes(in: whole)
                return closure(after: outcomes)
            }
        } catch {
            outcomes = Dictionary(uniqueKeysWithValues: entries.map { ($0.number, .failed(error)) })
        }
        if let token = call.token { reportWarnings(token, reporter) }
        let now = client.settings.timeline.elapsed()
        return BatchReceipt(
            clientRequestID: id,
            token: call.token,
            begin: delivery.begin ?? now,
            end: now,
            outcomes: outcomes
        )
    }

    /// How long ago the youngest item was first let through; nil where none was.
    private var age: Duration? {
        guard entries.contains(where: { $0.begin != nil }) else { return nil }
        let now = client.settings.timeline.elapsed()
        return entries.map { entry in entry.begin.map { now - $0 } ?? .zero }.min()
    }

    private func outcomes(in whole: Reply) -> [Int: BatchReceipt.Outcome] {
        let answers = try? whole.result.map(BatchEnvelope.answers).get()
        let outcomes = entries.map { entry -> (Int, BatchReceipt.Outcome) in
            let answer = answers?[BatchEnvelope.id(of: entry.number)]
            if answer == nil, case .success(let response) = whole.result, answers != nil || response.isSuccess {
                return (entry.number, .unreadable(response, whole.attempt))
            }
            let reply = Reply(
                // Without an answer of its own, what became of the whole became of the item.
                answer.map(Result.success) ?? whole.result,
                to: entry.purpose,
                sentAt: whole.attempt.sentAt,
                endedAt: whole.attempt.endedAt
            )
            let isFinal = reply.fate == .final
            let wait = isFinal ? .zero : client.settings.wait(after: reply, attempts: entry.call.attempts.count + 1)
            return (entry.number, .answered(reply, wait: wait))
        }
        return Dictionary(uniqueKeysWithValues: outcomes)
    }

    /// For how long all calls of the kind must wait, because an item was throttled.
    private func closure(after outcomes: [Int: BatchReceipt.Outcome]) -> Duration? {
        outcomes.values
            .compactMap { outcome in
                guard case .answered(let reply, let wait) = outcome, reply.attempt.isThrottled else { return nil }
                return wait
            }
            .max()
    }

    /// Tells what Graph will leave undone of invitations that are sent for the first time.
    private func reportWarnings(_ token: AccessToken, _ reporter: EventReporter?) {
        for entry in entries where !entry.isWarned {
            for warning in entry.item.content.invitation?.warnings(isAppOnly: token.isAppOnly) ?? [] {
                reporter?.report(.warning(warning), attempt: 1)
            }
        }
    }
}
