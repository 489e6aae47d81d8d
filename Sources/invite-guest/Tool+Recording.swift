import Foundation
import GraphInvitations
import GraphInvitationsMocks

extension Tool {
    /// Does something over a transport, and keeps what went through it in a file.
    func recording(
        _ transport: some GraphTransport,
        to path: String,
        _ redaction: Redaction,
        _ body: (RecordingTransport) async throws -> ExitCode
    ) async throws -> ExitCode {
        let file = URL(filePath: path)
        // Before anybody is mailed.
        let folder = file.deletingLastPathComponent().path(percentEncoded: false)
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw UsageError("\(path) cannot be written: \(folder) is not there or not writable. Nothing was sent.")
        }
        let recorder = RecordingTransport(transport)
        let result: Result<ExitCode, any Error>
        do { result = .success(try await body(recorder)) } catch { result = .failure(error) }
        // A failure is worth as much as a success; and a success is told even where it cannot be kept.
        do throws(RecordingError) {
            let recording = try await recorder.recording(
                named: file.lastPathComponent,
                description: "A run of invite-guest.",
                redaction: redaction
            )
            try recording.write(to: file)
            errorOutput("Recorded in \(path), with placeholders for what is yours. --replay \(path) plays it.")
        } catch {
            errorOutput("invite-guest: \(error)")
            if case .success(.success) = result { return .usage }
        }
        return try result.get()
    }
}
