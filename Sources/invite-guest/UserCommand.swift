import GraphInvitations

/// What is to be done about users who are there already.
enum UserCommand {
    /// A change of those who answer for a guest.
    enum SponsorChange: CustomStringConvertible {
        case add(Sponsor)
        case remove(String)

        /// The object id of the user or group.
        var id: String {
            switch self {
            case .add(let sponsor): sponsor.id
            case .remove(let id): id
            }
        }

        /// What was done.
        var description: String {
            switch self {
            case .add: "added \(id)"
            case .remove: "removed \(id)"
            }
        }
    }

    case show(String, isDeleted: Bool)
    case list(UserQuery, isDeleted: Bool)
    case remove(String, isConfirmed: Bool)
    case restore(String)
    case sponsors(String, [SponsorChange])
    case wait(String, timeout: Duration, untilAccepted: Bool)

    init(_ arguments: Arguments, _ word: Word, positionals: [String]) throws(UsageError) {
        guard word != .list else {
            guard positionals.isEmpty else {
                throw UsageError("invite-guest list takes no user; invite-guest show \(positionals[0]) shows one.")
            }
            self = .list(try Self.query(arguments), isDeleted: arguments.has(.deleted))
            return
        }
        guard let id = positionals.first else {
            throw UsageError("\(word.command) needs a user: the object id or the user principal name.")
        }
        guard positionals.count == 1 else {
            throw UsageError("One user at a time; \(positionals.dropFirst().joined(separator: " ")) is too many.")
        }
        switch word {
        case .show: self = .show(id, isDeleted: arguments.has(.deleted))
        case .remove: self = .remove(id, isConfirmed: arguments.has(.yes))
        case .restore: self = .restore(id)
        case .sponsors:
            let added = arguments.all(.add).map(Sponsor.user) + arguments.all(.addGroup).map(Sponsor.group)
            // Removals first: a guest who has all that are allowed takes no other before.
            let changes = arguments.all(.drop).map(SponsorChange.remove) + added.map(SponsorChange.add)
            self = .sponsors(id, changes)
        default:
            let timeout = try Self.timeout(arguments)
            self = .wait(id, timeout: timeout, untilAccepted: arguments.has(.accepted))
        }
    }

    private static func query(_ arguments: Arguments) throws(UsageError) -> UserQuery {
        guard !arguments.has(.deleted) || !arguments.has(.search) else {
            throw UsageError("--search finds users who are there: leave out --deleted.")
        }
        guard arguments.has(.filter) || !arguments.has(.advanced) else {
            throw UsageError("--advanced is for a filter of your own: add --filter.")
        }
        var conditions: [UserFilter] = []
        if let text = arguments[.filter] {
            conditions.append(.raw(text, needsAdvancedQuery: arguments.has(.advanced)))
        }
        if arguments.has(.pending) { conditions.append(.pendingAcceptance) }
        if let domain = arguments[.domain] { conditions.append(.domain(domain)) }
        // Guests, unless the filter says whom else.
        let guests: UserFilter? = arguments[.filter] == nil && !arguments.has(.deleted) ? .guests : nil
        let filter = conditions.reduce(guests) { whole, condition in whole.map { $0 && condition } ?? condition }
        let select: [User.Property] = arguments.has(.deleted) ? .guest + [.deletedDateTime] : .guest
        return UserQuery(filter: filter, select: select, search: arguments[.search])
    }

    private static func timeout(_ arguments: Arguments) throws(UsageError) -> Duration {
        guard let text = arguments[.timeout] else { return .seconds(300) }
        guard let seconds = Int(text), seconds >= 0 else {
            throw UsageError("--timeout takes a number of seconds.")
        }
        return .seconds(seconds)
    }

    /// The requests that it makes, but for further pages and looks.
    func requests(to cloud: GraphCloud) throws(GraphError) -> [TransportRequest] {
        switch self {
        case .show(let id, isDeleted: false), .wait(let id, _, _):
            return [try GraphRequest.getUser(id).transportRequest(for: cloud)]
        case .show(let id, isDeleted: true):
            return [try GraphRequest.getDeletedUser(id).transportRequest(for: cloud)]
        case .list(let query, isDeleted: false):
            return [try GraphRequest.listUsers(query).transportRequest(for: cloud)]
        case .list(let query, isDeleted: true):
            return [try GraphRequest.listDeletedUsers(query).transportRequest(for: cloud)]
        case .remove(let id, _): return [try GraphRequest.deleteUser(id).transportRequest(for: cloud)]
        case .restore(let id): return [try GraphRequest.restoreUser(id).transportRequest(for: cloud)]
        case .sponsors(let id, let changes):
            let requests = try changes.map { change throws(GraphError) in
                switch change {
                case .add(let sponsor): try GraphRequest.addSponsor(sponsor, to: id)
                case .remove(let sponsorID): try GraphRequest.removeSponsor(sponsorID, from: id)
                }
            }
            return requests.map { $0.transportRequest(for: cloud) }
                + [try GraphRequest.listSponsors(of: id).transportRequest(for: cloud)]
        }
    }
}
