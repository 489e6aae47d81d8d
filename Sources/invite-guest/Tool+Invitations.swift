import GraphInvitations

extension Tool {
    /// Invites a guest or resets a redemption: live, recorded on the way where a file is named, or played.
    func run(
        _ command: InvitationCommand,
        _ arguments: Arguments,
        recordingTo file: String?
    ) async throws -> ExitCode {
        let cloud = try cloud(arguments)
        let request = try command.request()
        for warning in command.warnings {
            errorOutput("warning: \(Option.name(forField: warning.field)): \(warning.rule) \(warning.remedy)")
        }
        let printer = Printer(
            printsJSON: arguments.has(.json),
            showsRedeemURL: arguments.has(.showRedeemURL),
            output: output
        )
        let problems = request.problems(in: cloud)
        guard problems.isEmpty else {
            report(problems)
            return .usage
        }
        guard !arguments.has(.dryRun) else {
            printer.printDryRun(request.transportRequest(for: cloud))
            return .success
        }
        return try await withClient(for: cloud, arguments, recordingTo: file, command.values) { client in
            try await send(request, from: client, to: cloud, printer)
        }
    }

    private func send(
        _ request: GraphRequest<Invitation>,
        from client: GraphClient,
        to cloud: GraphCloud,
        _ printer: Printer
    ) async throws -> ExitCode {
        printer.printRequest(request.transportRequest(for: cloud))
        let invitation = try await answer(to: request, from: client, printer.showsRedeemURL)
        printer.printAnswer(invitation)
        if printer.printsJSON, !printer.showsRedeemURL, invitation.inviteRedeemURL != nil {
            errorOutput("The redeem URL is a secret and cannot be fetched later: --show-redeem-url prints it.")
        }
        guard invitation.status != .error else {
            errorOutput("invite-guest: Graph answered with success, and with the status Error: the invitation failed.")
            return .refused
        }
        return .success
    }

    /// The answer; one that cannot be read is printed as it came where the redeem URL in it may be shown.
    private func answer(
        to request: GraphRequest<Invitation>,
        from client: GraphClient,
        _ showsRedeemURL: Bool
    ) async throws(GraphError) -> Invitation {
        do {
            return try await client.send(request)
        } catch {
            if error.code == .malformedResponse, !error.isSignInFailure, let body = error.response?.body {
                errorOutput("Graph answered with success, so the guest was probably invited.")
                if showsRedeemURL {
                    output(String(decoding: body, as: UTF8.self))
                } else {
                    errorOutput(
                        "The answer cannot be read and may hold the redeem URL: --show-redeem-url would print it."
                    )
                }
            }
            throw error
        }
    }
}
