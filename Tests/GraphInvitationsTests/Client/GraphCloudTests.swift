import GraphInvitations
import Testing

@Suite struct GraphCloudTests {
    @Test(arguments: [
        (
            GraphCloud.global, "https://graph.microsoft.com", "https://login.microsoftonline.com",
            "https://graph.microsoft.com/.default"
        ),
        (
            .usGovernment, "https://graph.microsoft.us", "https://login.microsoftonline.us",
            "https://graph.microsoft.us/.default"
        ),
        (
            .usGovernmentDoD, "https://dod-graph.microsoft.us", "https://login.microsoftonline.us",
            "https://dod-graph.microsoft.us/.default"
        ),
        (
            .china, "https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn",
            "https://microsoftgraph.chinacloudapi.cn/.default"
        ),
    ])
    func `names root, authority and scope of each cloud`(
        _ cloud: GraphCloud,
        _ root: String,
        _ authority: String,
        _ scope: String
    ) {
        #expect(cloud.graphRoot == root)
        #expect(cloud.loginAuthority == authority)
        #expect(cloud.scope == scope)
    }

    @Test(arguments: [
        "http://graph.example", "http://127.0.0.1.example", "http://127.0.0.256", "http://localhost.example",
        "graph.example", "", "https://", "file:///etc", "https://graph.microsoft.com@graph.example",
    ])
    func `refuses a cloud at which a token would not be safe`(_ address: String) async {
        let transport = FixedTransport(201, "{}")
        for cloud in [
            GraphCloud.custom(graphRoot: address, loginAuthority: "https://login.example"),
            .custom(graphRoot: "https://graph.example", loginAuthority: address),
        ] {
            let error = await #expect(throws: GraphError.self) {
                try await Samples.client(transport, cloud: cloud).invitations.create(Samples.invitation)
            }
            #expect(error?.code == .invalidRequest)
            #expect(error?.problems.count == 1)
        }
        #expect(await transport.requests.isEmpty)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1.0/invitations"),
        ("http://localhost:8080", "http://localhost:8080/v1.0/invitations"),
        ("http://[::1]:8080", "http://[::1]:8080/v1.0/invitations"),
        ("https://graph.example/proxy//", "https://graph.example/proxy/v1.0/invitations"),
    ])
    func `takes a cloud of one's own, plain http for loopback alone`(_ root: String, _ url: String) async throws {
        let transport = FixedTransport(201, "{}")
        let cloud = GraphCloud.custom(graphRoot: root, loginAuthority: root)
        _ = try await Samples.client(transport, cloud: cloud).invitations.create(Samples.invitation)
        #expect(await transport.requests.map(\.url) == [url])
    }

    @Test(arguments: GraphCloud.named) func `an address of a named cloud takes sponsors where that cloud does`(
        _ cloud: GraphCloud
    ) {
        let custom = GraphCloud.custom(graphRoot: cloud.graphRoot + "/", loginAuthority: "https://login.example")
        #expect(custom.takesSponsorsOnInvitation == cloud.takesSponsorsOnInvitation)
        let other = GraphCloud.custom(
            graphRoot: "https://graph.example",
            loginAuthority: "https://login.example",
            takesSponsorsOnInvitation: false
        )
        #expect(!other.takesSponsorsOnInvitation)
    }
}
