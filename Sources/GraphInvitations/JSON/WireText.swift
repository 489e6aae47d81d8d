/// A value that Graph sends as a string and that can be spelled in more than one way.
///
/// When such a value is written back, the spelling that came is kept.
protocol WireText: Codable, Equatable {
    init?(wireText: String)
    var wireText: String { get }
    /// The values of a vocabulary that this package knows; empty for what is none.
    static var known: [Self] { get }
}

extension WireText {
    static var known: [Self] { [] }
}

extension WireText where Self: RawRepresentable, RawValue == String {
    init?(wireText: String) { self.init(rawValue: wireText) }
    var wireText: String { rawValue }
}

extension String {
    /// Whether both are one word of a vocabulary: case and blanks vary in documentation and reports.
    package func isSameWord(as other: String) -> Bool {
        self == other || equalsIgnoringCase(other) || equalsIgnoringCase(other.filter { $0 != " " })
    }
}
