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
        report(
            on: try Scenario(fixture).exchanges
                .map { ($0.title, $0.request.method, $0.request.address, try? $0.answer.response.get()) }
        )
    }

    /// Checks one answer.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - request: What was asked.
    /// - Returns: What was found.
    public static func report(on response: TransportResponse, to request: TransportRequest) -> ContractReport {
        let parts = RequestParts(request)
        return report(on: [(parts.title, parts.method, parts.address, response)])
    }

    /// Checks the answers of exchanges, such as those that a ``RecordingTransport`` has taken down.
    ///
    /// - Parameter exchanges: The exchanges; those that got no answer are left out.
    /// - Returns: What was found.
    public static func report(on exchanges: [Exchange]) -> ContractReport {
        report(
            on: exchanges.enumerated()
                .map { index, exchange in
                    let parts = RequestParts(exchange.request)
                    return ("#\(index + 1) (\(parts.title))", parts.method, parts.address, try? exchange.outcome.get())
                }
        )
    }

    private typealias Answer = (title: String, method: String, address: RequestAddress, response: TransportResponse?)

    /// The report on all that has a response.
    private static func report(on answers: [Answer]) -> ContractReport {
        let findings = answers.compactMap { answer in
            answer.response.map { response in
                ExpectedAnswer(answer.method, answer.address, response.statusCode)
                    .findings(in: response, of: answer.title)
            }
        }
        return ContractReport(findings.flatMap(\.self), answerCount: findings.count)
    }
}
