/// The options of the tool.
enum Option: String, CaseIterable {
    case redirectURL = "--redirect-url"
    case displayName = "--display-name"
    case userType = "--user-type"
    case sponsor = "--sponsor"
    case userID = "--user-id"
    case sendMessage = "--send-message"
    case message = "--message"
    case language = "--language"
    case cc = "--cc"
    case ccName = "--cc-name"
    case filter = "--filter"
    case pending = "--pending"
    case domain = "--domain"
    case search = "--search"
    case advanced = "--advanced"
    case deleted = "--deleted"
    case yes = "--yes"
    case add = "--add"
    case addGroup = "--add-group"
    case drop = "--remove"
    case timeout = "--timeout"
    case accepted = "--accepted"
    case live = "--live"
    case record = "--record"
    case replay = "--replay"
    case format = "--to"
    case output = "--output"
    case placeholder = "--placeholder"
    case cloud = "--cloud"
    case dryRun = "--dry-run"
    case json = "--json"
    case showRedeemURL = "--show-redeem-url"
    case help = "--help"

    init?(argument: String) {
        if argument == "-h" { self = .help } else { self.init(rawValue: argument) }
    }

    /// What it means something to.
    var words: Set<Word> {
        switch self {
        case .redirectURL, .sendMessage, .message, .language, .cc, .ccName, .showRedeemURL: [.invite, .reset]
        case .displayName, .userType, .sponsor: [.invite]
        case .userID: [.reset]
        case .filter, .pending, .domain, .search, .advanced: [.list]
        case .deleted: [.list, .show]
        case .yes: [.remove]
        case .add, .addGroup, .drop: [.sponsors]
        case .timeout, .accepted: [.wait]
        case .format, .output: [.convert]
        case .placeholder: Set(Word.allCases).subtracting([.contract])
        case .live, .record, .replay, .cloud, .dryRun, .json: Set(Word.allCases).subtracting([.contract, .convert])
        case .help: Set(Word.allCases)
        }
    }

    var takesValue: Bool {
        switch self {
        case .sendMessage, .pending, .advanced, .deleted, .yes, .accepted, .live, .dryRun, .json, .showRedeemURL, .help:
            false
        default: true
        }
    }

    var isRepeatable: Bool {
        switch self {
        case .sponsor, .add, .addGroup, .drop, .replay, .placeholder: true
        default: false
        }
    }
}

extension Option {
    /// What an administrator gave for a property: an option, an argument or a variable.
    static func name(forField field: String) -> String {
        let names = [
            ("invitedUserEmailAddress", "EMAIL"), ("inviteRedirectURL", Self.redirectURL.rawValue),
            ("invitedUserDisplayName", Self.displayName.rawValue), ("invitedUserSponsors", Self.sponsor.rawValue),
            ("invitedUserMessageInfo.customizedMessageBody", Self.message.rawValue),
            ("invitedUserMessageInfo.messageLanguage", Self.language.rawValue),
            ("invitedUserMessageInfo.ccRecipients[0].emailAddress.name", Self.ccName.rawValue),
            ("invitedUserMessageInfo.ccRecipients", Self.cc.rawValue),
            ("invitedUserMessageInfo", "--message, --language, --cc"), ("userID", Self.userID.rawValue),
            ("id", "USER"), ("sponsor", "--add, --add-group, --remove"), ("filter", Self.filter.rawValue),
            ("search", Self.search.rawValue),
            ("tenantID", "AZURE_TENANT_ID"), ("clientID", "AZURE_CLIENT_ID"), ("clientSecret", "AZURE_CLIENT_SECRET"),
        ]
        return names.first { field.hasPrefix($0.0) }?.1 ?? field
    }
}
