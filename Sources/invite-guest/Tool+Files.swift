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
            do throws(FixtureFormatError) {
                for file in try TrafficFile.all(at: path) {
                    let report = try file.report()
                    output("\(path):\(report.findings.isEmpty ? " " : "\n")\(report)")
                    codes.append(report.severity == .failure ? .refused : .success)
                }
            } catch {
                // The others are still worth a look.
                errorOutput("invite-guest: \(path): \(error)")
                codes.append(.usage)
            }
        }
        return codes.max { $0.rawValue < $1.rawValue } ?? .success
    }

    private func convert(
        _ path: String,
        to format: FileCommand.Format,
        _ destination: String?,
        _ placeholders: [String: String]
    ) throws -> ExitCode {
        let files = try TrafficFile.all(at: path)
        guard let file = files.first, files.count == 1 else {
            throw UsageError("\(path) is a folder: convert its files one by one.")
        }
        let fixture =
            switch file {
            case .fixture(let original): try original.inlined()
            case .archive(let archive, let name): try recording(of: archive, name: name, placeholders).fixture
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
    ) throws(RecordingError) -> Recording {
        // Pictures, above all, which no test of invitations needs.
        let texts = archive.exchanges.filter(\.isText)
        if texts.count < archive.exchanges.count {
            errorOutput(
                "Left out, because their bodies are no text: \(archive.exchanges.count - texts.count) exchanges."
            )
        }
        let secret = environment["AZURE_CLIENT_SECRET"] ?? ""
        return try Recording(
            of: texts,
            name: name,
            description: "Traffic of an HTTP archive.",
            redaction: Redaction(placeholders: placeholders, secrets: secret.isEmpty ? [] : [Secret(secret)])
        )
    }
}
