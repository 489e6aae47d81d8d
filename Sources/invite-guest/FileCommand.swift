/// What is to be done with files of recorded traffic.
enum FileCommand {
    /// What traffic can be written as.
    enum Format: String, CaseIterable {
        case fixture
        case har
        case devProxy = "dev-proxy"
    }

    case contract([String])
    case convert(String, Format, output: String?, placeholders: [String: String])

    init(_ arguments: Arguments, _ word: Word, files: [String]) throws(UsageError) {
        guard let file = files.first else { throw UsageError("\(word.command) needs a file of recorded traffic.") }
        guard word == .convert else {
            self = .contract(files)
            return
        }
        guard files.count == 1 else { throw UsageError("One file at a time; \(files[1]) is too many.") }
        let words = Format.allCases.map(\.rawValue).joined(separator: ", ")
        guard let format = arguments[.format].flatMap(Format.init) else {
            throw UsageError("--to is missing or unknown; it takes one of \(words).")
        }
        self = .convert(file, format, output: arguments[.output], placeholders: try arguments.placeholders())
    }
}
