extension InvitedUserMessageInfo {
    var problems: [ValidationFinding] {
        var findings: [ValidationFinding] = []
        let recipients = ccRecipients ?? []
        if recipients.count > 1 {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo.ccRecipients",
                    rule: "names \(recipients.count) recipients, and Graph mails a copy to the first one only.",
                    remedy: "Keep one; a distribution list reaches several people."
                )
            )
        }
        for (index, recipient) in recipients.enumerated() {
            let field = "invitedUserMessageInfo.ccRecipients[\(index)].emailAddress"
            findings += EmailAddressRules(field: field + ".address", isInvited: false)
                .findings(in: recipient.emailAddress?.address ?? "")
            if recipient.emailAddress?.name?.containsControl == true {
                findings.append(.lineBreak(in: field + ".name"))
            }
        }
        if customizedMessageBody?.containsControlBesidesLayout == true {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo.customizedMessageBody",
                    rule: "contains a control character.",
                    remedy: "Remove it; line breaks and tabs may stay."
                )
            )
        }
        if messageLanguage?.containsControl == true {
            findings.append(.lineBreak(in: "invitedUserMessageInfo.messageLanguage"))
        }
        return findings
    }

    func warnings(isSent: Bool, isAppOnly: Bool) -> [ValidationFinding] {
        var findings: [ValidationFinding] = []
        if !isSent, asksForSomething {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo",
                    rule: "has no effect, because sendInvitationMessage is false.",
                    remedy: "Set sendInvitationMessage to true, or leave the message out."
                )
            )
        }
        if messageLanguage != nil, customizedMessageBody != nil {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo.messageLanguage",
                    rule: "is ignored beside a text of your own.",
                    remedy: "Leave out the language or the text."
                )
            )
        }
        if let language = messageLanguage, !language.isLanguageTag {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo.messageLanguage",
                    rule: "does not look like a language.",
                    remedy: "Write it like de or de-DE."
                )
            )
        }
        if isSent, isAppOnly, customizedMessageBody != nil {
            findings.append(
                ValidationFinding(
                    field: "invitedUserMessageInfo.customizedMessageBody",
                    rule: "is dropped by Graph when an app invites on its own behalf.",
                    remedy: "Set sendInvitationMessage to false and mail the redeem URL yourself."
                )
            )
        }
        return findings
    }

    private var asksForSomething: Bool {
        customizedMessageBody != nil || messageLanguage != nil || ccAddress != nil
    }
}

extension String {
    /// Letters, then parts of letters and digits behind hyphens.
    fileprivate var isLanguageTag: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter) else { return false }
        return parts.dropFirst()
            .allSatisfy { part in
                (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
