/// What an e-mail address must look like before Graph is asked to mail or invite it.
///
/// The character rules are those that Microsoft documents for invited addresses; they do not bind an address that only
/// gets a copy.
struct EmailAddressRules {
    let field: String
    let isInvited: Bool

    private static let forbiddenBeforeAt = Set("~!#$%^&*()+=[]{}\\/|;:\"<>?,".utf8)

    func findings(in address: String) -> [ValidationFinding] {
        guard !address.isEmpty else {
            return [finding("is empty.", "Give the person's e-mail address.")]
        }
        guard !address.containsBlankOrControl else {
            return [finding("contains a blank, a line break or a control character.", "Remove it; trim the input.")]
        }
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let userName = parts.first, let domain = parts.last else {
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
        if let byte = userName.first(where: Self.forbiddenBeforeAt.contains) {
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
                finding("begins or ends its user name with a dot or hyphen.", "Remove the dot or hyphen next to the edge.")
            )
        }
        return findings
    }

    private func domainFindings(_ domain: Substring.UTF8View) -> [ValidationFinding] {
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isPlausible =
            labels.count > 1
            && labels.allSatisfy { label in
                label.first != nil && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy(\.isDomainByte)
            }
        guard !isPlausible else { return [] }
        return [finding("has no valid domain after the @.", "Write a domain such as fabrikam.com.")]
    }

    private func finding(_ rule: String, _ remedy: String) -> ValidationFinding {
        ValidationFinding(field: field, rule: rule, remedy: remedy)
    }
}

extension UInt8 {
    /// Letters, digits, the hyphen, and whatever is not ASCII: international domains are for Graph to judge.
    fileprivate var isDomainByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), 0x80...: true
        default: false
        }
    }
}
