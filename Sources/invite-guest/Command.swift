/// What the command line asks for.
enum Command {
    case invitation(InvitationCommand, recordingTo: String?)
    case users(UserCommand, recordingTo: String?)
    case files(FileCommand)

    init(_ arguments: Arguments) throws(UsageError) {
        var positionals = arguments.positionals[...]
        var file = arguments[.record]
        if positionals.first == "record" {
            positionals.removeFirst()
            guard file == nil else { throw UsageError("--record says what record says: give one of them.") }
            guard let path = positionals.popFirst() else {
                throw UsageError("record needs a file, and then the command to record.")
            }
            file = path
        }
        let word = Word(positionals.first)
        if word == .invite, let text = positionals.first, !text.contains("@") {
            let words = Word.allCases.filter { $0 != .invite }.map(\.rawValue).joined(separator: ", ")
            throw UsageError("There is no command \(text), and an address has an @. The commands are \(words), record.")
        }
        if word != .invite { positionals.removeFirst() }
        if let option = arguments.options.first(where: { !$0.words.contains(word) }) {
            throw UsageError("\(option.rawValue) is not for \(word.command).")
        }
        let isLive = arguments.has(.live) || arguments.positionals.first == "record"
        try Self.check(arguments, word, isLive: isLive, isRecorded: file != nil)
        let rest = Array(positionals)
        switch word {
        case .contract, .convert:
            guard file == nil else { throw UsageError("\(word.command) sends nothing that could be recorded.") }
            self = .files(try FileCommand(arguments, word, files: rest))
        case .invite, .reset:
            self = .invitation(try InvitationCommand(arguments, word, positionals: rest), recordingTo: file)
        case .show, .list, .remove, .restore, .sponsors, .wait:
            self = .users(try UserCommand(arguments, word, positionals: rest), recordingTo: file)
        }
    }

    private static func check(
        _ arguments: Arguments,
        _ word: Word,
        isLive: Bool,
        isRecorded: Bool
    ) throws(UsageError) {
        if isRecorded, !isLive { throw UsageError("--record takes down a live run: add --live.") }
        if isRecorded, arguments.has(.dryRun) { throw UsageError("--dry-run sends nothing that could be recorded.") }
        if arguments.has(.placeholder), !isRecorded, !arguments.has(.replay), word != .convert {
            throw UsageError("--placeholder is for recordings: add --record, or --replay for one that has it.")
        }
        if arguments.has(.dryRun), arguments.has(.replay) {
            throw UsageError("--dry-run plays nothing: leave out --replay.")
        }
        if isLive, arguments.has(.replay) {
            throw UsageError("--replay sends nothing, and --live does: give one of them.")
        }
    }
}
