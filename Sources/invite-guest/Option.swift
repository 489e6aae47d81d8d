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
            ("tenantID", "AZURE_TENANT_ID"), ("clientID", "AZURE_CLIENT_ID"), ("clientSecret", "AZURE_CLIENT_SECRET"),
        ]
        return names.first { field.hasPrefix($0.0) }?.1 ?? field
    }

    var takesValue: Bool {
        switch self {
        case .sendMessage, .live, .dryRun, .json, .showRedeemURL, .help: false
        default: true
        }
    }

    var isRepeatable: Bool { self == .sponsor || self == .replay || self == .placeholder }

    /// Whether the option has a meaning for files of recorded traffic.
    var isForConversions: Bool { isForFilesOnly || self == .placeholder }

    /// Whether the option says what to do with a file of recorded traffic.
    var isForFilesOnly: Bool { self == .format || self == .output }

    /// Whether the option says something about an invitation that a reset has no member for.
    var isForInvitationsOnly: Bool {
        switch self {
        case .displayName, .userType, .sponsor: true
        default: false
        }
    }
}
