/// Why a recording was not made; nothing was written then.
public enum RecordingError: Error, Hashable, CustomStringConvertible {
    /// No exchange came to an end.
    case nothingRecorded
    /// A secret of the redaction is empty, such as a variable that was not set.
    case emptySecret
    /// A body is no text in UTF-8, so nobody can say what is in it.
    case unreadableBody(exchange: Int)
    /// Something is left that must not be in a recording.
    case leaks([Redaction.Leak])
    /// What was recorded is no exchange that could be played, such as one with a status of two digits.
    case unplayable(FixtureFormatError)
    /// The file could not be written.
    case notWritten(path: String, reason: String)

    /// What went wrong, and what to do.
    public var description: String {
        switch self {
        case .nothingRecorded:
            "Nothing was recorded: send requests through the transport, and wait for them, before writing."
        case .emptySecret:
            "Nothing was written: a secret that the redaction names is empty, so it cannot be looked for. Name its value."
        case .unreadableBody(let exchange):
            """
            Nothing was written: a body of exchange \(exchange) is no text in UTF-8, so it cannot be searched for secrets. \
            Leave that exchange out.
            """
        case .leaks(let leaks):
            """
            Nothing was written, because these places still hold what must not be in a recording. Name the value in the \
            redaction's placeholders or secrets, or disable the rule if you are sure.
            \(leaks.map { "  \($0)" }.joined(separator: "\n"))
            """
        case .unplayable(let error): "Nothing was written, because it could not be played. \(error)"
        case .notWritten(let path, let reason): "The recording could not be written to \(path): \(reason)"
        }
    }
}
