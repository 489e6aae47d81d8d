/// What came back for the items of one HTTP request.
struct BatchReceipt: Sendable {
    /// What came back for one item.
    enum Outcome {
        case answered(Reply)
        /// Success, and no answer for the item: its status says nothing about items.
        case unreadable(TransportResponse, GraphError.Attempt)
        case failed(GraphError)
    }

    /// The items.
    let numbers: [Int]
    let clientRequestID: String
    let token: AccessToken?
    /// When the request was first let through.
    let begin: Duration
    /// When its answer was there.
    let end: Duration
    /// What came for the request.
    let whole: Result<Reply, GraphError>
    /// The answers in it by the ids of their items, if it carries any.
    let answers: [String: TransportResponse]?

    /// What came back for one item.
    func outcome(of number: Int, _ purpose: Delivery.Purpose) -> Outcome {
        switch whole {
        case .failure(let error): return .failed(error)
        case .success(let whole):
            if let answer = answers?[BatchEnvelope.id(of: number)] {
                return .answered(Reply(.success(answer), to: purpose, within: whole))
            }
            if case .success(let response) = whole.result, answers != nil || response.isSuccess {
                return .unreadable(response, whole.attempt)
            }
            // No answer, or a refusal of the whole: the same for each.
            return .answered(Reply(whole.result, to: purpose, within: whole))
        }
    }
}

extension Reply {
    /// A reply to an item of a batch, as old as the one to the whole.
    init(_ result: Result<TransportResponse, any Error>, to purpose: Delivery.Purpose, within whole: Reply) {
        self.init(result, to: purpose, sentAt: whole.attempt.sentAt, endedAt: whole.attempt.endedAt)
    }
}
