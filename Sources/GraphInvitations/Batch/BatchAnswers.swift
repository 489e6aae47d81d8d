/// The answers to a ``GraphBatch``, each a value or an error of its own.
public struct BatchAnswers: Sendable {
    /// What became of an item.
    enum Outcome: Sendable {
        case answered(Call, Reply, isSuccess: Bool)
        case failed(GraphError)

        /// Whether what depends on the item may be sent.
        var isSuccess: Bool { if case .answered(_, _, let isSuccess) = self { isSuccess } else { false } }
    }

    let items: [GraphBatch.Item]
    let outcomes: [Outcome]

    /// The answer to a request.
    ///
    /// - Parameter item: What adding the request returned.
    /// - Returns: The answer.
    /// - Throws: ``GraphError``, as sending the request alone would; with code `failedDependency` where one that it was
    ///   to follow failed, with `invalidRequest` for an item of another batch.
    public func value<Response>(of item: BatchItem<Response>) throws(GraphError) -> Response {
        guard item.isItem(of: items) else { throw GraphError(problems: [.foreignItem]) }
        switch outcomes[item.number] {
        case .failed(let error): throw error
        case .answered(let call, let reply, _): return try call.read(reply)
        }
    }

    /// The answer to a request, or the error in its place.
    ///
    /// - Parameter item: What adding the request returned.
    /// - Returns: What ``value(of:)`` returns or throws.
    public func result<Response>(of item: BatchItem<Response>) -> Result<Response, GraphError> {
        do { return .success(try value(of: item)) } catch { return .failure(error) }
    }
}

extension BatchAnswers: CustomStringConvertible, CustomReflectable {
    /// How many items there are, and how many succeeded: what came for them may hold secrets.
    public var description: String { "\(outcomes.count(where: \.isSuccess)) of \(outcomes.count) succeeded" }
    /// How many items there are, and how many succeeded: what came for them may hold secrets.
    public var customMirror: Mirror { Mirror(self, children: ["outcomes": description], displayStyle: .struct) }
}
