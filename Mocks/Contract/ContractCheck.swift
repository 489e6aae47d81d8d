public import GraphInvitations
public import GraphInvitationsFixtures

/// Holds answers of Graph and the sign-in service against the models of this package.
///
/// A member that no model has is a note, a documented one that is gone a warning, and one of another type a failure.
/// Give it recordings to see whether they have gone stale, or live answers to see whether the service has changed:
///
/// ```swift
/// let report = try ContractCheck.report(on: Fixture(contentsOf: file))
/// #expect(report.severity != .failure, "\(report)")
/// ```
public enum ContractCheck {
    /// Checks the answers of a fixture; faults are none.
    ///
    /// - Parameter fixture: The fixture.
    /// - Returns: What was found.
    /// - Throws: ``FixtureFormatError`` for a malformed fixture.
    public static func report(on fixture: Fixture) throws(FixtureFormatError) -> ContractReport {
        let exchanges = try Scenario(fixture).exchanges
        let answers = exchanges.compactMap { exchange in
            (try? exchange.answer.response.get()).map { (exchange, $0) }
        }
        let findings = answers.flatMap { exchange, response in
            ExpectedAnswer(exchange.request.method, exchange.request.address, response.statusCode)
                .findings(in: response, of: exchange.title)
        }
        return ContractReport(findings, answerCount: answers.count)
    }

    /// Checks one answer.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - request: What was asked.
    /// - Returns: What was found.
    public static func report(on response: TransportResponse, to request: TransportRequest) -> ContractReport {
        let parts = RequestParts(request)
        let expected = ExpectedAnswer(parts.method, parts.address, response.statusCode)
        return ContractReport(expected.findings(in: response, of: parts.title), answerCount: 1)
    }

    /// Checks the answers of exchanges, such as those that a ``RecordingTransport`` has taken down.
    ///
    /// - Parameter exchanges: The exchanges; those that got no answer are left out.
    /// - Returns: What was found.
    public static func report(on exchanges: [Exchange]) -> ContractReport {
        let answers = exchanges.enumerated()
            .compactMap { index, exchange in
                (try? exchange.outcome.get()).map { (index + 1, RequestParts(exchange.request), $0) }
            }
        let findings = answers.flatMap { number, request, response in
            ExpectedAnswer(request.method, request.address, response.statusCode)
                .findings(in: response, of: "#\(number) (\(request.title))")
        }
        return ContractReport(findings, answerCount: answers.count)
    }
}
