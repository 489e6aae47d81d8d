/// What is known of an item of a batch that is being sent.
struct BatchEntry: Sendable {
    let number: Int
    let item: GraphBatch.Item
    var call: Call
    /// When it was first let through.
    var begin: Duration?
    /// Whether it was told what Graph will leave undone of it.
    var isWarned = false
    /// What came of the latest attempt.
    var reply: Reply?
    var outcome: BatchAnswers.Outcome?

    var purpose: Delivery.Purpose { .graph(mailsGuest: item.content.mailsGuest) }
    var isInvitation: Bool { item.content.operation.isInvitation }

    /// Ends with an error that kept its request from an answer.
    mutating func fail(_ error: GraphError) {
        call.attempts += error.attempts
        outcome = .failed(call.interrupted(by: error))
    }

    /// Ends with the latest reply.
    mutating func finish(_ reply: Reply) {
        outcome = .answered(call, reply, isSuccess: call.isSuccess(reply))
    }

    /// Ends because what it was to follow has failed; where it may have been done all the same, with what came of it.
    mutating func giveUp() {
        if let reply, call.attempts.contains(where: \.leavesOutcomeOpen) {
            finish(reply)
        } else {
            fail(GraphError(code: .failedDependency))
        }
    }
}
