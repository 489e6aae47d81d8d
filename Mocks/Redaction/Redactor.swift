import GraphInvitations

/// Replaces what a redaction names, and remembers what stands for what.
struct Redactor {
    let redaction: Redaction
    /// What was replaced, and where.
    private(set) var finds: [(rule: Redaction.Rule, pointer: String)] = []
    private var placeholders = Placeholders()
    /// The secrets that were named, the longest first, and how each may be spelt.
    let secrets: [(value: String, spellings: [String])]
    /// The domains that have a placeholder.
    private(set) var domains: [String]
    private let chosenDomains: [String: String]
    private let secretMembers: Set<String>
    private let personalMembers: Set<String>
    /// What describes a person in a member of its own, and is replaced in every other text, too; the longest first.
    private(set) var personalTexts: [String]
    /// The values that were named, but for domains, the longest first.
    let choices: [(value: String, placeholder: String)]
    /// How many texts around the present one are being searched.
    var depth = 0
    /// The placeholders of one's choice; addresses and domains among them must be reserved ones all the same.
    private let chosen: Set<String>

    /// What stands for a secret.
    static let gone = "REDACTED"
    /// What stands for a redeem URL, so that it is still one.
    static let goneRedeemURL = "https://login.microsoftonline.com/redeem?rd=REDACTED"

    /// - Parameters:
    ///   - redaction: What is replaced.
    ///   - other: One that has read the same texts before.
    init(_ redaction: Redaction, knowing other: Redactor? = nil) {
        self.redaction = redaction
        personalTexts = other?.personalTexts ?? []
        let choices = redaction.placeholders.filter { !$0.value.lowercased().contains($0.key.lowercased()) }
        // Named domains are known from the begin.
        domains = Set(choices.keys.filter(DomainNames.isDotted).map { $0.lowercased() } + (other?.domains ?? []))
            .sorted { ($0.count, $0) > ($1.count, $1) }
        secretMembers = Set(redaction.secretMembers.map { $0.lowercased() })
        personalMembers = Set(redaction.personalMembers.map { $0.lowercased() })
        chosen = Set(redaction.placeholders.values)
        secrets = Set(redaction.secrets.map { $0.reveal() }).filter { !$0.isEmpty }
            .sorted { ($0.count, $0) > ($1.count, $1) }.map { ($0, Self.spellings(of: $0)) }
        self.choices = choices.filter { !DomainNames.isDotted($0.key) }
            .sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.map { ($0.key, $0.value) }
        chosenDomains = Dictionary(redaction.placeholders.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }

    func follows(_ rule: Redaction.Rule) -> Bool { !redaction.disabledRules.contains(rule) }

    /// Takes down that a rule replaced something.
    mutating func found(_ rule: Redaction.Rule, at pointer: String) {
        if finds.last.map({ $0 == (rule, pointer) }) != true { finds.append((rule, pointer)) }
    }

    /// The placeholder for a value, taken down as a find unless the value is it already.
    mutating func placeholder(
        for value: String,
        _ kind: Placeholders.Kind,
        _ rule: Redaction.Rule,
        at pointer: String
    ) -> String {
        if kind != .person, kind != .domain, chosen.contains(value) { return value }
        let choice = kind == .domain ? chosenDomains[value.lowercased()] : nil
        let placeholder = choice ?? placeholders.placeholder(for: value, kind)
        if placeholder != value { found(rule, at: pointer) }
        return placeholder
    }

    /// Remembers that a value is taken, where it is a placeholder: as one, it must not be given out again.
    mutating func keep(_ value: String, _ kind: Placeholders.Kind) { _ = placeholders.keep(value, kind) }

    /// Takes down what describes a person, so that it is found in other texts.
    ///
    /// A single word is none, since it may be one of the service's, such as `Guest`; nor is what other rules are about.
    mutating func learn(_ text: String) {
        let isName = text.holds(" ") && !text.holds("@")
        let isNumber = text.count >= 7 && text.allSatisfy { $0.isNumber || "+-()/".contains($0) }
        guard text.count >= 5, isName || isNumber, !personalTexts.contains(text), !chosen.contains(text),
            !placeholders.keep(text, .text)
        else { return }
        personalTexts.append(text)
        personalTexts.sort { ($0.count, $0) > ($1.count, $1) }
    }

    /// Takes down a domain, so that it is found whatever it ends in.
    mutating func learn(domain: String) {
        let domain = domain.lowercased()
        guard !domains.contains(domain) else { return }
        domains.append(domain)
        domains.sort { ($0.count, $0) > ($1.count, $1) }
    }

    func isSecret(_ member: some StringProtocol) -> Bool {
        follows(.secretMember) && secretMembers.contains(member.lowercased())
    }

    func isPersonal(_ member: some StringProtocol) -> Bool {
        follows(.personalMember) && personalMembers.contains(member.lowercased())
    }

    /// What stands for the value of a member that holds a secret.
    mutating func withoutSecret(_ value: String, of member: some StringProtocol, at pointer: String) -> String {
        // The documentation's tickets, which this package's own fixtures have.
        if member == "ticket", value.hasPrefix("EXAMPLE") { return value }
        let placeholder = member.lowercased() == "inviteredeemurl" ? Self.goneRedeemURL : Self.gone
        if value != placeholder { found(.secretMember, at: pointer) }
        return placeholder
    }
}
