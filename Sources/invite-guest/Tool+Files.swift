import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

extension Tool {
    /// Checks or converts files of recorded traffic.
    func run(_ command: FileCommand) throws -> ExitCode {
        switch command {
        case .contract(let paths): check(paths)
        case .convert(let path, let format, let output, let placeholders):
            try convert(path, to: format, output, placeholders)
        }
    }

    private func check(_ paths: [String]) -> ExitCode {
        var codes: [ExitCode] = []
        for path in paths {
            let files = TrafficFile.paths(at: path)
            if files.isEmpty {
                errorOutput("invite-guest: \(path) is a folder without fixtures (*.json).")
                codes.append(.usage)
            }
            for file in files { codes.append(check(file)) }
        }
        return codes.max { $0.rawValue < $1.rawValue } ?? .success
    }

    private func check(_ path: String) -> ExitCode {
        do throws(FixtureFormatError) {
            let report = try TrafficFile(path).report()
            output("\(path):\(report.findings.isEmpty ? " " : "\n")\(report)")
            return report.severity == .failure ? .refused : .success
        } catch {
            // Others are still worth a look.
            errorOutput("invite-guest: \(path): \(error)")
            return .usage
        }
    }

    private func convert(
        _ path: String,
        to format: FileCommand.Format,
        _ destination: String?,
        _ placeholders: [String: String]
    ) throws -> ExitCode {
        guard TrafficFile.paths(at: path) == [path] else {
            throw UsageError("\(path) is a folder: convert its files one by one.")
        }
        let fixture: Fixture
        switch try TrafficFile(path) {
        case .fixture(let original):
            guard placeholders.isEmpty else { throw UsageError("--placeholder is for archives; \(path) is none.") }
            fixture = try original.inlined()
        case .archive(let archive, let name):
            fixture = try recording(of: archive, name: name, placeholders).fixture
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

    private func recording(
        of archive: HTTPArchive,
        name: String,
        _ placeholders: [String: String]
    ) throws -> Recording {
        // Pictures, above all, which no test of invitations needs.
        let texts = archive.exchanges.filter(\.isText)
        if texts.count < archive.exchanges.count {
            let count = archive.exchanges.count - texts.count
            errorOutput("Left out, because a body is no text: \(count) \(count == 1 ? "exchange" : "exchanges").")
        }
        guard !texts.isEmpty else { throw UsageError("\(name) has no exchange whose bodies are text.") }
        let secret = environment["AZURE_CLIENT_SECRET"] ?? ""
        return try Recording(
            of: texts,
            name: name,
            description: "Traffic of an HTTP archive.",
            redaction: Redaction(placeholders: placeholders, secrets: secret.isEmpty ? [] : [Secret(secret)])
        )
    }
}
