import GraphInvitations

extension RecordedExchange {
    /// In what a request differs from the recorded one, as far as the exchange asks.
    func differences(from actual: RequestParts) -> [RequestDifference] {
        var differences: [RequestDifference] = []
        func compare(_ part: String, _ expected: String, _ got: String) {
            guard expected != got else { return }
            differences.append(RequestDifference(part: part, expected: expected, actual: got))
        }
        compare("method", request.method, actual.method)
        compare("path", request.path, actual.path)
        compare("query", request.query.joined(separator: "&"), actual.query.joined(separator: "&"))
        if let host = request.host { compare("host", host, actual.host ?? "") }
        for field in request.headers where actual.headers[field.name] != field.value {
            let isThere = actual.headers[field.name] != nil
            differences.append(
                RequestDifference(
                    part: "headers/\(field.name)",
                    expected: HTTPFields(dictionaryLiteral: (field.name, field.value)).redacted[field.name],
                    actual: isThere ? actual.headers.redacted[field.name] : nil
                )
            )
        }
        return differences + bodyDifferences(from: actual)
    }

    private func bodyDifferences(from actual: RequestParts) -> [RequestDifference] {
        guard match != .ignoreBody else { return [] }
        let comparison = JSONComparison(ignoredPointers: ignoredPointers, allowsMore: match == .subset)
        return comparison.differences(expected: request.body, actual: actual.body, at: "")
    }
}
