import GraphInvitations
public import GraphInvitationsFixtures

/// A fixture, read and checked.
public struct Scenario: Hashable, Sendable {
    /// What the scenario shows.
    public let description: String
    /// Where it comes from.
    public let source: Source
    let exchanges: [RecordedExchange]

    /// Where a scenario comes from.
    public struct Source: Hashable, Sendable {
        /// How far it can be trusted.
        public let kind: Kind
        /// The page, thread or reasoning behind it.
        public let reference: String

        /// How far a scenario can be trusted.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// An example of Microsoft's documentation.
            case documented
            /// What a `RecordingTransport` took down, or another tool before it.
            case recorded
            /// Something that somebody saw and reported in public.
            case reported
            /// Made up to fit what is known.
            case synthetic
        }
    }

    /// Reads a fixture.
    ///
    /// - Throws: ``FixtureFormatError`` for the first thing that is wrong with it.
    public init(_ fixture: Fixture) throws(FixtureFormatError) {
        let root = try FixtureNode(fixture)
        try root.allow("$schema", "description", "source", "mocks")
        description = try root.member("description").string()
        let source = try root.member(
            "source",
            suchAs: #"{"kind": "synthetic", "reference": "made up for this test"}"#
        )
        try source.allow("kind", "reference")
        self.source = Source(
            kind: try source.member("kind").word(),
            reference: try source.member("reference").string()
        )
        let mocks = try root.member("mocks").elements()
        guard !mocks.isEmpty else { throw try root.member("mocks").error("a list with at least one exchange") }
        var exchanges: [RecordedExchange] = []
        for (index, mock) in mocks.enumerated() {
            exchanges.append(try RecordedExchange(mock, number: index + 1))
        }
        self.exchanges = exchanges
    }
}
