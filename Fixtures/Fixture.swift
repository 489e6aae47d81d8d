/// A recorded scenario: one or more requests to Microsoft Graph or the sign-in service, with their answers.
///
/// The scenarios of this package are static members, and all of them are in ``all``. They are compiled in, so they are
/// there in every build and wherever the program is moved to.
public struct Fixture: Hashable, Sendable, CustomStringConvertible {
    /// What messages call it: of those of this package the name of the file without its extension.
    public let name: String
    /// The scenario as JSON.
    public let contents: String
    /// The texts that the scenario refers to by `"@name"`, by their file names.
    public let files: [String: String]

    /// A scenario of your own.
    ///
    /// - Parameters:
    ///   - name: What messages call it.
    ///   - contents: The scenario as JSON.
    ///   - files: The texts that it refers to by `"@name"`.
    public init(name: String, contents: String, files: [String: String] = [:]) {
        self.name = name
        self.contents = contents
        self.files = files
    }

    /// The name.
    public var description: String { name }
}
