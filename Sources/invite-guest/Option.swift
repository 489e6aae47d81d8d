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
    case live = "--live"
    case cloud = "--cloud"
    case dryRun = "--dry-run"
    case json = "--json"
    case showRedeemURL = "--show-redeem-url"
    case help = "--help"

    init?(argument: String) {
        if argument == "-h" { self = .help } else { self.init(rawValue: argument) }
    }

    var takesValue: Bool {
        switch self {
        case .sendMessage, .live, .dryRun, .json, .showRedeemURL, .help: false
        default: true
        }
    }

    var isRepeatable: Bool { self == .sponsor }

    /// Whether the option says something about an invitation that a reset has no member for.
    var isForInvitationsOnly: Bool {
        switch self {
        case .displayName, .userType, .sponsor: true
        default: false
        }
    }
}
