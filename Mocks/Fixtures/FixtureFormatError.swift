/// A fixture, or another record of traffic, that cannot be read; names the place and the form that is expected there.
public struct FixtureFormatError: Error, Hashable, CustomStringConvertible {
    /// The name of the fixture.
    public let fixture: String
    /// The place in its JSON, as a JSON pointer; empty for the whole.
    public let pointer: String
    /// What is expected there.
    public let expected: String

    /// Fixture, exchange, place and expectation in one line.
    public var description: String {
        let place = pointer.isEmpty ? "the file" : pointer
        return
            "The fixture \(fixture) cannot be read:\(exchange.map { " exchange \($0)," } ?? "") \(place) must be \(expected)."
    }

    /// The number of the exchange that the place is in, from 1, as messages of a replay count.
    public var exchange: Int? {
        let tokens = pointer.split(separator: "/")
        guard tokens.count >= 2, tokens[0] == "mocks" else { return nil }
        return Int(tokens[1]).map { $0 + 1 }
    }
}
