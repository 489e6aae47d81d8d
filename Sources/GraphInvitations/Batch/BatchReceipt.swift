/// What came back for the items of one HTTP request.
struct BatchReceipt: Sendable {
    /// What came back for one item.
    enum Outcome: Sendable {
        /// An answer, and how long to wait where it is one after which the item is sent again.
        case answered(Reply, wait: Duration)
        /// Success, and no answer for the item: its status says nothing about items.
        case unreadable(TransportResponse, GraphError.Attempt)
        case failed(GraphError)
    }

    let clientRequestID: String
    let token: AccessToken?
    /// When the request was first let through.
    let begin: Duration
    /// When its answer was there.
    let end: Duration
    /// What came back by the numbers of the items.
    let outcomes: [Int: Outcome]
}
