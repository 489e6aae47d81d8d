/// A command line, taken apart: options by name, and what is left.
struct Arguments {
    private(set) var positionals: [String] = []
    private var values: [Option: [String]] = [:]

    /// Takes a command line apart.
    ///
    /// An option's value is the next argument or follows an equals sign; `--` ends the options.
    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positionals += rest
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                positionals.append(argument)
                continue
            }
            let name = argument.prefix { $0 != "=" }
            guard let option = Option(argument: String(name)) else {
                throw UsageError("There is no option \(name). See invite-guest --help.")
            }
            let attached = argument.count > name.count ? String(argument.dropFirst(name.count + 1)) : nil
            guard option.takesValue else {
                guard attached == nil else { throw UsageError("\(name) takes no value.") }
                values[option] = []
                continue
            }
            let next = rest.first?.hasPrefix("--") == true ? nil : rest.first
            guard let value = attached ?? next else { throw UsageError("\(name) needs a value.") }
            if attached == nil { rest.removeFirst() }
            guard option.isRepeatable || values[option] == nil else { throw UsageError("\(name) is given twice.") }
            values[option, default: []].append(value)
        }
    }

    /// Whether the option is there.
    func has(_ option: Option) -> Bool { values[option] != nil }

    /// The value of an option.
    subscript(option: Option) -> String? { values[option]?.first }

    /// The values of an option that may be given several times.
    func all(_ option: Option) -> [String] { values[option] ?? [] }

    /// What is to stand for values in a recording: `--placeholder VALUE=TEXT`.
    func placeholders() throws(UsageError) -> [String: String] {
        var placeholders: [String: String] = [:]
        for pair in all(.placeholder) {
            guard let sign = pair.lastIndex(of: "="), sign > pair.startIndex, pair.index(after: sign) < pair.endIndex
            else {
                throw UsageError("--placeholder takes a value, an equals sign and what is to stand for it: VALUE=TEXT.")
            }
            placeholders[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
        }
        return placeholders
    }

    /// The options that are there, in the order of the help.
    var options: [Option] { Option.allCases.filter(has) }
}
