import GraphInvitations

extension Tool {
    /// Shows, lists, removes, restores or waits for users, or changes who answers for one.
    func run(_ command: UserCommand, _ arguments: Arguments, recordingTo file: String?) async throws -> ExitCode {
        let cloud = try cloud(arguments)
        let requests = try command.requests(to: cloud)
        let printer = UserPrinter(printsJSON: arguments.has(.json), output: output)
        guard !arguments.has(.dryRun) else {
            let printer = Printer(printsJSON: arguments.has(.json), showsRedeemURL: false, output: output)
            for request in requests { printer.printDryRun(request) }
            return .success
        }
        return try await withClient(for: cloud, arguments, recordingTo: file, command.values) { client in
            try await run(command, by: client, printer)
        }
    }

    private func run(
        _ command: UserCommand,
        by graph: GraphClient,
        _ printer: UserPrinter
    ) async throws(GraphError) -> ExitCode {
        switch command {
        case .show(let id, let isDeleted):
            let user = graph.users[id]
            printer.show(isDeleted ? try await user.getDeleted() : try await user.get())
        case .list(let query, let isDeleted):
            try await list(query, isDeleted: isDeleted, by: graph, printer)
        case .remove(let id, let isConfirmed):
            let isAgreed = if isConfirmed { true } else { try await confirms(removing: graph.users[id]) }
            guard isAgreed else {
                errorOutput("invite-guest: nobody was removed.")
                return .refused
            }
            try await graph.users[id].delete()
            printer.say(id, "is removed, and can be restored for 30 days, by its object id: invite-guest restore ID")
        case .restore(let id):
            try await graph.users[id].restore()
            printer.say(id, "is restored.")
        case .sponsors(let id, let changes):
            for change in changes { try await apply(change, to: graph.users[id].sponsors) }
            printer.show(try await graph.users[id].sponsors.list())
        case .wait(let id, let timeout, let untilAccepted):
            return try await wait(for: graph.users[id], timeout, untilAccepted: untilAccepted, printer)
        }
        return .success
    }

    private func list(
        _ query: UserQuery,
        isDeleted: Bool,
        by graph: GraphClient,
        _ printer: UserPrinter
    ) async throws(GraphError) {
        let users =
            isDeleted
            ? graph.users.listDeleted(filter: query.filter, select: query.select)
            : graph.users.list(filter: query.filter, select: query.select, search: query.search)
        var count = 0
        // Also where a later page fails: what was read is complete JSON.
        defer { if count > 0 { printer.endList(count: count) } }
        var iterator = users.makeAsyncIterator()
        while let user = try await iterator.next() {
            if count == 0 { printer.beginList() }
            printer.printRow(user, isFirst: count == 0)
            count += 1
        }
        if count == 0 {
            printer.beginList()
            printer.endList(count: 0)
        }
    }

    /// Whether somebody agrees who sees whom it is about.
    private func confirms(removing user: UserRequestBuilder) async throws(GraphError) -> Bool {
        let found = try await user.get()
        errorOutput("Remove \(found.displayName ?? "") <\(found.mail ?? "no mail")>, id \(found.id ?? "")? [y/N]")
        guard let answer = input() else {
            errorOutput("invite-guest: nobody is there to be asked: --yes removes without asking.")
            return false
        }
        return ["y", "yes"].contains(answer.lowercased())
    }

    /// Makes a change; one that is made already is no failure, so that a command that failed halfway can be repeated.
    private func apply(
        _ change: UserCommand.SponsorChange,
        to sponsors: SponsorsRequestBuilder
    ) async throws(GraphError) {
        do throws(GraphError) {
            switch change {
            case .add(let sponsor): try await sponsors.add(sponsor)
            case .remove(let id): try await sponsors.remove(id)
            }
            errorOutput("invite-guest: \(change)")
        } catch {
            switch change {
            case .add(let sponsor) where error.tellsOfExistence:
                errorOutput("invite-guest: \(sponsor.id) is a sponsor already")
            case .remove(let id) where error.code == .notFound: errorOutput("invite-guest: \(id) is no sponsor")
            case .add, .remove: throw error
            }
        }
    }

    private func wait(
        for user: UserRequestBuilder,
        _ timeout: Duration,
        untilAccepted: Bool,
        _ printer: UserPrinter
    ) async throws(GraphError) -> ExitCode {
        printer.show(try await user.waitUntilUsable(timeout: timeout))
        guard untilAccepted else { return .success }
        var states = user.redemptionStates().makeAsyncIterator()
        while let state = try await states.next() {
            errorOutput("invite-guest: \(state.externalUserState?.rawValue ?? "The user was not invited.")")
            switch state.externalUserState {
            case .accepted: return .success
            case nil: return .refused
            case .pendingAcceptance, .unknown: continue
            }
        }
        return .refused
    }
}
