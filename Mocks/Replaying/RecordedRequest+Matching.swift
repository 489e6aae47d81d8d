import GraphInvitations

extension RecordedRequest {
    /// In what a request differs from the recorded one, as far as the fixture asks.
    func differences(from actual: RequestParts) -> [RequestDifference] {
        var differences: [RequestDifference] = []
        if method != actual.method {
            differences.append(RequestDifference(part: "method", expected: method, actual: actual.method))
        }
        if !Wildcard(text: address.path).matches(actual.address.path) {
            differences.append(RequestDifference(part: "path", expected: address.path, actual: actual.address.path))
        }
        if let host, host != actual.address.host {
            differences.append(RequestDifference(part: "host", expected: host, actual: actual.address.host))
        }
        return differences + queryDifferences(from: actual) + headerDifferences(from: actual)
            + bodyDifferences(from: actual)
    }

    private func queryDifferences(from actual: RequestParts) -> [RequestDifference] {
        guard !takesAnyQuery else { return [] }
        return Set(address.query.keys).union(actual.address.query.keys).sorted()
            .compactMap { name -> RequestDifference? in
                let part = "query/" + name
                let (expected, got) = (address.query[name], actual.address.query[name])
                guard !ignored.contains(part), expected != nil || match != .subset else { return nil }
                if let expected, let got, expected.count == got.count,
                    zip(expected, got).allSatisfy({ Wildcard(text: $0).matches($1) })
                {
                    return nil
                }
                return RequestDifference(part: part, expected: expected.map(printed), actual: got.map(printed))
            }
    }

    /// The values of a query item, each without the equals sign that it was kept with.
    private func printed(_ values: [String]) -> String {
        values.map { $0.hasPrefix("=") ? String($0.dropFirst()) : "nothing behind the name" }.joined(separator: " & ")
    }

    private func headerDifferences(from actual: RequestParts) -> [RequestDifference] {
        headers.filter { actual.headers[$0.name] != $0.value }
            .map { field in
                let isThere = actual.headers[field.name] != nil
                return RequestDifference(
                    part: "headers/\(field.name)",
                    expected: HTTPFields(dictionaryLiteral: (field.name, field.value)).redacted[field.name],
                    actual: isThere ? actual.headers.redacted[field.name] : nil
                )
            }
    }

    private func bodyDifferences(from actual: RequestParts) -> [RequestDifference] {
        guard match != .ignoreBody else { return [] }
        let comparison = JSONComparison(ignoredParts: ignored, allowsMore: match == .subset)
        switch body {
        case .none: return comparison.differences(expected: nil, actual: actual.body, at: "body")
        case .value(let value): return comparison.differences(expected: value, actual: actual.body, at: "body")
        case .fragment(let fragment):
            guard !actual.bodyText.contains(fragment) else { return [] }
            return comparison.differences(expected: .string("… \(fragment) …"), actual: actual.body, at: "body")
        }
    }
}
