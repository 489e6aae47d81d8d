/// What the address must look like to which a guest goes after accepting.
struct RedirectURLRules {
    let field: String

    func findings(in address: String) -> [ValidationFinding] {
        guard !address.isEmpty else {
            return [
                finding("is empty, and Graph requires it.", "Give an absolute https URL, such as that of your app.")
            ]
        }
        guard !address.containsBlankOrControl else {
            return [
                finding("contains a blank, a line break or a control character.", "Remove it or percent-encode it.")
            ]
        }
        guard WebAddress(address) != nil else {
            return [
                finding("is not an absolute http or https URL.", "Write it out, such as https://myapp.contoso.com.")
            ]
        }
        return []
    }

    func warnings(in address: String) -> [ValidationFinding] {
        guard let parsed = WebAddress(address), !parsed.isSecure, !parsed.isLoopback else { return [] }
        return [finding("is not encrypted.", "Use https.")]
    }

    private func finding(_ rule: String, _ remedy: String) -> ValidationFinding {
        ValidationFinding(field: field, rule: rule, remedy: remedy)
    }
}
