extension GraphClient {
    /// Sends the requests of a batch and reads their answers.
    ///
    /// Each request needs its own permission. Items are judged one by one by the table of ``RetryPolicy``: those that it
    /// repeats go again after the longest of their waits, the others do not; nor does one whose own status is 401.
    /// Waiting for others of the batch is no part of ``RetryPolicy/totalTime``. Invitations count for the
    /// ``ThrottleGate`` one by one. No documentation says that Graph takes invitations in batches.
    ///
    /// Mirrors [JSON batching](https://learn.microsoft.com/graph/json-batching).
    ///
    /// - Parameter batch: The requests, in any number.
    /// - Returns: An answer or error for each.
    @concurrent
    public func send(batch: GraphBatch) async -> BatchAnswers {
        var run = BatchRun(batch, client: self)
        return await run.answers()
    }

    /// Sends requests of different kinds together; each needs its own permission.
    ///
    /// ```swift
    /// let (guest, sponsors) = await graph.batch(try .getUser(id), try .listSponsors(of: id))
    /// print(try guest.get(), try sponsors.get().value)
    /// ```
    ///
    /// Mirrors [JSON batching](https://learn.microsoft.com/graph/json-batching).
    ///
    /// - Parameter requests: The requests.
    /// - Returns: An answer or error for each, as ``send(batch:)`` gives it.
    public func batch<each Response: Decodable & Sendable>(
        _ requests: repeat GraphRequest<each Response>
    ) async -> (repeat Result<each Response, GraphError>) {
        var batch = GraphBatch()
        let items = (repeat batch.add(each requests))
        let answers = await send(batch: batch)
        return (repeat answers.result(of: each items))
    }

    /// Sends requests of one kind together, in any number; each needs its own permission.
    ///
    /// Mirrors [JSON batching](https://learn.microsoft.com/graph/json-batching).
    ///
    /// - Parameter requests: The requests.
    /// - Returns: An answer or error for each, in their order, as ``send(batch:)`` gives it.
    public func batch<Response>(_ requests: [GraphRequest<Response>]) async -> [Result<Response, GraphError>] {
        var batch = GraphBatch()
        let items = requests.map { batch.add($0) }
        let answers = await send(batch: batch)
        return items.map { answers.result(of: $0) }
    }
}
