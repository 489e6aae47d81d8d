#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a request holds, whatever its answer is read as.
struct RequestContent: Sendable {
    enum Body: Sendable {
        case none
        case json(Data)
        /// The address of an object, which depends on the cloud.
        case reference(to: GraphPath)
    }

    let operation: GraphOperation
    let method: String
    /// The path below the version, beginning with a slash, and the query.
    let path: String
    var body = Body.none
    /// The kinds of answer that can be read.
    var accepts = "application/json"
    /// Whether it is answered from the index that knows more kinds of queries and learns of changes later.
    var isAdvancedQuery = false
    /// The invitation that it sends.
    var invitation: (any InvitationBody)?
    var needsSponsorsOnInvitation = false
    /// The address of a further page, as Graph gave it.
    var nextLink: String?

    var mailsGuest: Bool { invitation?.sendInvitationMessage ?? false }

    /// The address in a cloud.
    func url(in cloud: GraphCloud) -> String { nextLink ?? cloud.versionRoot + path }

    /// The path and query below the version, as a batch has it; nil for a further page that is elsewhere.
    func path(in cloud: GraphCloud) -> String? { nextLink.map(cloud.path) ?? path }

    /// Adds the header fields that belong to what is asked, whoever asks.
    func addFields(to headers: inout HTTPFields, for body: Data?) {
        if body != nil { headers["Content-Type"] = "application/json" }
        if isAdvancedQuery { headers["ConsistencyLevel"] = "eventual" }
    }

    /// The exact bytes of the body: JSON with sorted members and plain slashes.
    func bodyData(in cloud: GraphCloud) -> Data? {
        switch body {
        case .none: nil
        case .json(let data): data
        case .reference(let path): try? JSONEncoder.stable.encode(["@odata.id": cloud.versionRoot + path.text])
        }
    }

    /// What keeps it from being sent to a cloud.
    func problems(in cloud: GraphCloud) -> [ValidationFinding] {
        guard needsSponsorsOnInvitation, !cloud.takesSponsorsOnInvitation else { return cloud.problems }
        return cloud.problems + [
            ValidationFinding(
                field: "invitedUserSponsors",
                rule: "is not known to invitations in the cloud \(cloud.name).",
                remedy: "Invite without sponsors, then add each with users[id].sponsors.add, or call inviteGuest."
            )
        ]
    }
}
