/// What the command line asks for.
enum Command {
    case guest(GuestCommand, recordingTo: String?)
    case files(FileCommand)

    init(_ arguments: Arguments) throws(UsageError) {
        let (word, rest) = (arguments.positionals.first, Array(arguments.positionals.dropFirst()))
        switch word {
        case "contract"?, "convert"?:
            self = .files(try FileCommand(arguments, word: word ?? "", files: rest))
        case "record"?:
            guard let file = rest.first else {
                throw UsageError("record needs a file, and then the command to record.")
            }
            guard arguments[.record] == nil else {
                throw UsageError("--record says what record says: give one of them.")
            }
            try Self.check(arguments, isLive: true, isRecorded: true)
            self = .guest(try GuestCommand(arguments, positionals: Array(rest.dropFirst())), recordingTo: file)
        default:
            let isRecorded = arguments.has(.record)
            try Self.check(arguments, isLive: arguments.has(.live), isRecorded: isRecorded)
            let command = try GuestCommand(arguments, positionals: arguments.positionals)
            self = .guest(command, recordingTo: arguments[.record])
        }
    }

    private static func check(_ arguments: Arguments, isLive: Bool, isRecorded: Bool) throws(UsageError) {
        if isRecorded, !isLive { throw UsageError("--record takes down a live run: add --live.") }
        if isRecorded, arguments.has(.dryRun) { throw UsageError("--dry-run sends nothing that could be recorded.") }
        if arguments.has(.placeholder), !isRecorded, !arguments.has(.replay) {
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
