/// One challenge of a `WWW-Authenticate` field: a scheme with its parameters.
///
/// Read by RFC 9110's grammar, because values are quoted strings that hold commas, blanks and equals signs.
struct AuthenticateChallenge: Hashable {
    let scheme: String
    /// The parameters by name in lower case.
    var parameters: [String: String] = [:]

    /// The challenges of a field, of which one may hold several; what is not one is passed over.
    static func challenges(in field: String) -> [AuthenticateChallenge] {
        var challenges: [AuthenticateChallenge] = []
        var rest = Substring(field)
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "," && $0 != "=" && $0 != "\"" }
            guard !rest.isEmpty else { return challenges }
            rest = rest.dropFirst(word.count)
            let next = rest.drop { $0 == " " || $0 == "\t" }
            if next.first == "=", !word.isEmpty {
                rest = next.dropFirst()
                let value = readValue(&rest)
                if !challenges.isEmpty { challenges[challenges.count - 1].parameters[word.lowercased()] = value }
            } else if word.isEmpty {
                rest = rest.dropFirst()
            } else {
                challenges.append(AuthenticateChallenge(scheme: word.lowercased()))
            }
        }
    }

    /// A quoted string without its quotes and escapes, or all up to the next blank or comma.
    private static func readValue(_ rest: inout Substring) -> String {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != " " && $0 != "\t" && $0 != "," }
            rest = rest.dropFirst(value.count)
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return value
    }
}
