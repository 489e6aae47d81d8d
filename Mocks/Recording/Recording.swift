import GraphInvitations
public import GraphInvitationsFixtures

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Exchanges, made ready to be kept: what a ``Redaction`` names is replaced, and nothing of it is left.
public struct Recording: Hashable, Sendable {
    /// The recording as a scenario to play, to look at and to keep.
    public let fixture: Fixture

    /// Exchanges, redacted.
    ///
    /// - Parameters:
    ///   - exchanges: The exchanges, in the order in which the requests were sent.
    ///   - name: What messages call the recording.
    ///   - description: What it shows.
    ///   - reference: Where it comes from, such as the application that was recorded.
    ///   - redaction: What is replaced.
    /// - Throws: ``RecordingError`` where something cannot be searched, or is left that must not be.
    public init(
        of exchanges: [Exchange],
        name: String,
        description: String,
        reference: String = "recorded traffic",
        redaction: Redaction = Redaction()
    ) throws(RecordingError) {
        guard !exchanges.isEmpty else { throw .nothingRecorded }
        guard redaction.secrets.allSatisfy({ !$0.reveal().isEmpty }) else { throw .emptySecret }
        if let index = exchanges.firstIndex(where: { !$0.isText }) { throw .unreadableBody(exchange: index + 1) }
        var redaction = redaction
        redaction.secrets += exchanges.flatMap { $0.credentials(by: redaction) }
        // Read once before, so that a name or a domain is found where it comes before its member or its address.
        var scout = Redactor(redaction)
        for exchange in exchanges { _ = ExchangeRecorder(exchange, &scout) }
        var redactor = Redactor(redaction, knowing: scout)
        let mocks = exchanges.map { ExchangeRecorder($0, &redactor).json }
        let document: JSONValue = [
            "description": .string(redactor.redacted(description, at: "/description")),
            "source": [
                "kind": "recorded", "reference": .string(redactor.redacted(reference, at: "/source/reference")),
            ],
            "mocks": .array(mocks),
        ]
        fixture = Fixture(name: name, contents: document.document)
        try Self.check(fixture, redaction)
    }

    private static func check(_ fixture: Fixture, _ redaction: Redaction) throws(RecordingError) {
        let leaks: [Redaction.Leak]
        do throws(FixtureFormatError) {
            _ = try Scenario(fixture)
            leaks = try redaction.leaks(in: fixture)
        } catch {
            throw .unplayable(error)
        }
        guard leaks.isEmpty else { throw .leaks(leaks) }
    }

    /// Writes the recording, at once or not at all.
    ///
    /// - Parameter file: Where to; a file that is there is replaced.
    /// - Throws: ``RecordingError/notWritten(path:reason:)``.
    public func write(to file: URL) throws(RecordingError) {
        do {
            try Data(fixture.contents.utf8).write(to: file, options: .atomic)
        } catch {
            let reason =
                switch (error as? CocoaError)?.code {
                case .fileNoSuchFile: "its folder is not there."
                case .fileWriteNoPermission: "that is not permitted."
                default: "\(error)"
                }
            throw .notWritten(path: file.path(percentEncoded: false), reason: reason)
        }
    }
}
