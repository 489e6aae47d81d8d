/// One of Microsoft's clouds: where Graph is, where to sign in, and which host may see a token.
///
/// The four belong together, so they come as one value; tokens of one cloud are worth nothing in another.
///
/// Mirrors [National cloud deployments](https://learn.microsoft.com/graph/deployments).
public struct GraphCloud: Hashable, Sendable {
    /// A short name, such as `global`.
    public let name: String
    /// The root of Graph's addresses, without version and closing slash.
    public let graphRoot: String
    /// The root of the sign-in addresses, without tenant and closing slash.
    public let loginAuthority: String
    /// Whether an invitation can name sponsors.
    ///
    /// Where not, they are added to the guest afterwards.
    public let takesSponsorsOnInvitation: Bool

    /// What an app asks permission for when it signs in on its own behalf.
    public var scope: String { graphRoot + "/.default" }

    private let graphAddress: WebAddress?
    /// What keeps a client from using the cloud: addresses at which a token would not be safe.
    let problems: [ValidationFinding]

    private init(name: String, graphRoot: String, loginAuthority: String, takesSponsorsOnInvitation: Bool) {
        self.name = name
        self.graphRoot = graphRoot.withoutClosingSlashes
        self.loginAuthority = loginAuthority.withoutClosingSlashes
        self.takesSponsorsOnInvitation = takesSponsorsOnInvitation
        graphAddress = WebAddress(self.graphRoot)
        let addresses = [("cloud.graphRoot", graphAddress), ("cloud.loginAuthority", WebAddress(self.loginAuthority))]
        problems = addresses.filter { $0.1?.maySeeSecrets != true }
            .map { field, _ in
                ValidationFinding(
                    field: field,
                    rule: "is not an absolute https URL.",
                    remedy: "Use https; http is for the loopback interface alone."
                )
            }
    }
}

extension GraphCloud {
    /// The worldwide cloud, GCC included.
    public static let global = GraphCloud(
        name: "global",
        graphRoot: "https://graph.microsoft.com",
        loginAuthority: "https://login.microsoftonline.com",
        takesSponsorsOnInvitation: true
    )

    /// The cloud of the US government, level 4 (GCC High).
    public static let usGovernment = GraphCloud(
        name: "usGovernment",
        graphRoot: "https://graph.microsoft.us",
        loginAuthority: "https://login.microsoftonline.us",
        takesSponsorsOnInvitation: false
    )

    /// The cloud of the US government, level 5 (Department of Defense).
    public static let usGovernmentDoD = GraphCloud(
        name: "usGovernmentDoD",
        graphRoot: "https://dod-graph.microsoft.us",
        loginAuthority: "https://login.microsoftonline.us",
        takesSponsorsOnInvitation: false
    )

    /// The cloud in China, run by 21Vianet.
    ///
    /// Microsoft's pages name two login hosts; this is the one of the Entra page.
    /// ``custom(graphRoot:loginAuthority:takesSponsorsOnInvitation:)`` takes the other.
    public static let china = GraphCloud(
        name: "china",
        graphRoot: "https://microsoftgraph.chinacloudapi.cn",
        loginAuthority: "https://login.partner.microsoftonline.cn",
        takesSponsorsOnInvitation: false
    )

    /// The clouds that have a name.
    public static let named: [GraphCloud] = [.global, .usGovernment, .usGovernmentDoD, .china]

    /// A cloud at addresses of your own, such as a server on the loopback interface in a test.
    ///
    /// Both must be https, or http on the loopback interface; a client refuses to send anything otherwise.
    ///
    /// - Parameters:
    ///   - graphRoot: The root of Graph's addresses, without version.
    ///   - loginAuthority: The root of the sign-in addresses, without tenant.
    ///   - takesSponsorsOnInvitation: Whether an invitation can name sponsors there. At the address of a named cloud it
    ///     can where that cloud's can.
    /// - Returns: The cloud.
    public static func custom(
        graphRoot: String,
        loginAuthority: String,
        takesSponsorsOnInvitation: Bool = true
    ) -> GraphCloud {
        let named = GraphCloud.named.first { $0.isGraph(graphRoot) }
        return GraphCloud(
            name: "custom",
            graphRoot: graphRoot,
            loginAuthority: loginAuthority,
            takesSponsorsOnInvitation: named?.takesSponsorsOnInvitation ?? takesSponsorsOnInvitation
        )
    }
}

extension GraphCloud {
    /// Whether a token of this cloud may be sent to that address.
    func isGraph(_ address: String) -> Bool {
        guard let graphAddress, let address = WebAddress(address) else { return false }
        return address.maySeeSecrets && address.isBelow(graphAddress)
    }

    /// What stands before the path of every request.
    var versionRoot: String { graphRoot + "/v1.0" }

    /// What an address has behind ``versionRoot``; nil for one that is elsewhere.
    func path(of address: String) -> String? {
        WebAddress(versionRoot).flatMap { WebAddress(address)?.part(below: $0) }
    }
}

extension String {
    fileprivate var withoutClosingSlashes: String {
        var text = Substring(self)
        while text.last == "/" { text.removeLast() }
        return String(text)
    }
}
