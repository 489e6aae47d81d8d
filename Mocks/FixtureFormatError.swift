/// A fixture that cannot be played; names the place and the form that is expected there.
public struct FixtureFormatError: Error, Hashable, CustomStringConvertible {
    /// The name of the fixture.
    public let fixture: String
    /// The place in its JSON, as a JSON pointer; empty for the whole.
    public let pointer: String
    /// What is expected there.
    public let expected: String

    /// Fixture, place and expectation in one line.
    public var description: String {
        "The fixture \(fixture) cannot be played: \(pointer.isEmpty ? "the file" : pointer) must be \(expected)."
    }
}
