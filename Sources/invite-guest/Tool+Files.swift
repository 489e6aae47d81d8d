import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

extension Tool {
    /// Checks or converts files of recorded traffic.
    func run(_ command: FileCommand) throws -> ExitCode {
        switch command {
        case .contract(let paths): try check(paths)
        case .convert(let path, let format, let output): try convert(path, to: format, output)
        }
    }

    private func check(_ paths: [String]) throws(FixtureFormatError) -> ExitCode {
        var hasFailure = false
        for path in paths {
            let report =
                switch try TrafficFile(path) {
                case .fixture(let fixture): try ContractCheck.report(on: fixture)
                case .archive(let archive, _): ContractCheck.report(on: archive.exchanges)
                }
            output("\(path):\(report.findings.isEmpty ? " " : "\n")\(report)")
            if report.severity == .failure { hasFailure = true }
        }
        return hasFailure ? .refused : .success
    }

    private func convert(_ path: String, to format: FileCommand.Format, _ destination: String?) throws -> ExitCode {
        let fixture: Fixture
        switch try TrafficFile(path) {
        case .fixture(let original): fixture = original
        case .archive(let archive, let name):
            let secret = environment["AZURE_CLIENT_SECRET"] ?? ""
            let redaction = Redaction(secrets: secret.isEmpty ? [] : [Secret(secret)])
            fixture =
                try Recording(
                    of: archive.exchanges,
                    name: name,
                    description: "Traffic of an HTTP archive.",
                    redaction: redaction
                )
                .fixture
        }
        let contents =
            switch format {
            case .fixture: fixture.contents
            case .har: try HTTPArchive.contents(of: fixture)
            case .devProxy: try fixture.devProxyMocks()
            }
        guard let destination else {
            output(contents.trimmingCharacters(in: .newlines))
            return .success
        }
        do {
            try Data(contents.utf8).write(to: URL(filePath: destination), options: .atomic)
        } catch {
            throw UsageError("\(destination) cannot be written: \(error)")
        }
        return .success
    }
}
