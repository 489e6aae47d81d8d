import Foundation
import Testing

/// Holds what the README and the articles show against code that was compiled.
@Suite struct SampleTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The pages, and the file of this folder that has their samples.
    private static let pages = [
        ("README.md", "ReadmeSamples.swift"),
        ("Sources/GraphInvitations/GraphInvitations.docc/LookingAfterGuests.md", "GuestSamples.swift"),
        ("Mocks/GraphInvitationsMocks.docc/GraphInvitationsMocks.md", "TestingSamples.swift"),
        ("Mocks/GraphInvitationsMocks.docc/TestingYourCode.md", "TestingSamples.swift"),
    ]

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The lines of a text without their indentation and without empty ones.
    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The Swift blocks of the pages, but for the part of a manifest.
    static func samples() throws -> [(String, [String])] {
        try pages.flatMap { page, file in
            try text(page).components(separatedBy: "```swift\n").dropFirst()
                .map { (file, lines($0.components(separatedBy: "```")[0])) }.filter { $0.1.first != "dependencies: [" }
        }
    }

    @Test(arguments: try samples()) func `every sample is one that was compiled`(
        _ file: String,
        _ sample: [String]
    ) throws {
        let compiled = Self.lines(try Self.text("Tests/GraphInvitationsTests/Documentation/" + file))
        let starts = compiled.indices.filter { compiled[$0...].starts(with: sample) }
        #expect(!starts.isEmpty, "\(sample.joined(separator: "\n"))")
    }
}
