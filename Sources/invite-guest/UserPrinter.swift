import Foundation
import GraphInvitations

/// Prints users, as JSON or for people.
struct UserPrinter {
    let printsJSON: Bool
    let output: (String) -> Void

    private static let columns = [("NAME", 24), ("MAIL", 32), ("STATE", 18), ("CREATED", 11), ("ID", 0)]

    private func json(_ value: some Encodable) -> String {
        Printer(printsJSON: true, showsRedeemURL: false, output: output).json(value)
    }

    /// One user: what one needs of it, or all that came.
    func show(_ user: User) {
        guard !printsJSON else { return output(json(user)) }
        let properties = [
            ("name", user.displayName), ("mail", user.mail), ("other mails", list(user.otherMails)),
            ("sign-in name", user.userPrincipalName), ("type", user.userType?.rawValue),
            ("state", state(of: user)), ("company", user.companyName),
            ("may sign in", user.accountEnabled.map { $0 ? "yes" : "no" }), ("id", user.id),
        ]
        for (name, value) in properties { output(pad(name + ":", to: 14) + (value ?? "not given")) }
    }

    /// Those who answer for a guest.
    func show(_ sponsors: [DirectoryObject]) {
        guard !printsJSON else { return output(json(sponsors)) }
        guard !sponsors.isEmpty else { return output("There are no sponsors.") }
        for sponsor in sponsors {
            let kind = sponsor.odataType.map { String($0.split(separator: ".").last ?? "") } ?? ""
            output(pad(kind, to: 8) + pad(sponsor.displayName ?? "", to: 24) + (sponsor.id ?? ""))
        }
    }

    /// What was done with a user.
    func say(_ id: String, _ text: String) { output(printsJSON ? json(["id": id]) : "\(id) \(text)") }

    func beginList() { output(printsJSON ? "[" : row(Self.columns.map(\.0))) }

    func printRow(_ user: User, isFirst: Bool) {
        guard !printsJSON else { return output((isFirst ? "" : ",\n") + json(user)) }
        let created = user.createdDateTime.map(day(of:))
        output(row([user.displayName, user.mail, state(of: user), created, user.id].map { $0 ?? "" }))
    }

    func endList(count: Int) { output(printsJSON ? "]" : "\(count) \(count == 1 ? "user" : "users")") }

    private func state(of user: User) -> String? {
        user.deletedDateTime.map { "deleted " + day(of: $0) } ?? user.externalUserState?.rawValue
    }

    private func day(of date: Date) -> String { String(date.wireText.prefix(10)) }

    private func list(_ texts: [String]?) -> String? {
        texts.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
    }

    private func row(_ cells: [String]) -> String {
        zip(cells, Self.columns).map { pad($0, to: $1.1) }.joined()
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width == 0 ? 0 : 1, width - text.count))
    }
}
