/// What an e-mail address must look like before Graph is asked to mail or invite it.
///
/// The character rules are those that Microsoft documents for invited addresses; they do not bind an address that only
/// gets a copy.
struct EmailAddressRules {
    let field: String
    let isInvited: Bool

    func findings(in address: String) -> [ValidationFinding] {
        guard !address.isEmpty else {
            return [finding("is empty.", "Give the person's e-mail address.")]
        }
        guard !address.containsBlankOrControl else {
            return [
                finding(
                    "contains a blank, a line break or a control character.",
                    "Write it as name@domain, without a display name; trim the input."
                )
            ]
        }
        let userName = address.utf8.prefix { $0 != UInt8(ascii: "@") }
        let domain = address.utf8.dropFirst(userName.count + 1)
        guard userName.count < address.utf8.count, !domain.contains(UInt8(ascii: "@")) else {
            return [finding("is not an address with one @.", "Write it as name@domain, without a display name.")]
        }
        return userNameFindings(userName) + domainFindings(domain)
    }

    private func userNameFindings(_ userName: Substring.UTF8View) -> [ValidationFinding] {
        guard let first = userName.first, let last = userName.last else {
            return [finding("has nothing before the @.", "Write it as name@domain.")]
        }
        guard isInvited else { return [] }
        var findings: [ValidationFinding] = []
        if let byte = userName.first(where: \.isForbiddenInUserName) {
            let character = Character(Unicode.Scalar(byte))
            findings.append(
                finding(
                    "contains \(character) before the @, which Graph does not accept in an invited address.",
                    "Invite an address of the person without it; plus addressing does not work."
                )
            )
        }
        if [first, last].contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) {
            findings.append(
                finding(
                    "begins or ends its user name with a dot or hyphen.",
                    "Remove the dot or hyphen next to the edge."
                )
            )
        }
        return findings
    }

    private func domainFindings(_ domain: Substring.UTF8View) -> [ValidationFinding] {
        var hasDot = false
        var previous = UInt8(ascii: ".")
        let isPlausible = domain.allSatisfy { byte in
            defer { previous = byte }
            guard byte == UInt8(ascii: ".") else { return byte.isDomainByte && !(byte == hyphen && previous == dot) }
            hasDot = true
            return previous != dot && previous != hyphen
        }
        guard !isPlausible || !hasDot || previous == dot || previous == hyphen else { return [] }
        return [finding("has no valid domain after the @.", "Write a domain such as fabrikam.com.")]
    }

    private func finding(_ rule: String, _ remedy: String) -> ValidationFinding {
        ValidationFinding(field: field, rule: rule, remedy: remedy)
    }
}

extension UInt8 {
    /// The characters that Microsoft's page forbids, all of them ASCII.
    fileprivate var isForbiddenInUserName: Bool {
        guard self < 0x80, !isASCIILetterOrDigit else { return false }
        return switch self {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "`"): false
        default: true
        }
    }

    /// Letters, digits, the hyphen, and whatever is not ASCII: international domains are for Graph to judge.
    fileprivate var isDomainByte: Bool { isASCIILetterOrDigit || self == hyphen || self >= 0x80 }
}

private let dot = UInt8(ascii: ".")
private let hyphen = UInt8(ascii: "-")
