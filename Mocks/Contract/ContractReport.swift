/// In what answers differ from what this package expects; prints as a list, the gravest first.
public struct ContractReport: Hashable, Sendable, CustomStringConvertible {
    /// What was found, the gravest first, then in the order of the answers.
    public let findings: [ContractFinding]
    /// How many answers were looked at.
    public let answerCount: Int

    init(_ findings: [ContractFinding], answerCount: Int) {
        self.findings = ContractFinding.Severity.allCases.reversed()
            .flatMap { severity in findings.filter { $0.severity == severity } }
        self.answerCount = answerCount
    }

    /// How much the gravest finding matters; nil where there is none.
    public var severity: ContractFinding.Severity? { findings.first?.severity }

    /// The findings, one a line; or that there is none.
    public var description: String {
        guard answerCount > 0 else { return "Nothing to check: there are no answers." }
        guard !findings.isEmpty else {
            return "\(answerCount) \(answerCount == 1 ? "answer" : "answers"), as expected."
        }
        return findings.map(\.description).joined(separator: "\n")
    }
}
