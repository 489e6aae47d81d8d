import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct SponsorTests {
    private let id = "264e6d50-eaec-461e-b187-873b1bcf855f"

    @Test func `reads users, groups and whatever else there may be`() async throws {
        let sponsors = try await Samples.client(ReplayTransport(.listSponsors)).users[id].sponsors.list()
        #expect(sponsors.map(\.odataType) == ["#microsoft.graph.user", "#microsoft.graph.group"])
        #expect(sponsors.last?.additionalProperties["mailNickname"] == "groupforsponsors")
        let odd = ##"{"value":[{"@odata.type":"#microsoft.graph.agent","id":"a","skill":{"level":3}}]}"##
        let agents = try await Samples.client(FixedTransport(200, odd)).users[id].sponsors.list()
        #expect(agents.map(\.odataType) == ["#microsoft.graph.agent"])
        #expect(agents.first?.additionalProperties["skill"] == ["level": 3])
    }

    @Test func `adds and removes by the recorded requests`() async throws {
        let replay = ReplayTransport(.addSponsor, .addGroupAsSponsor, .removeSponsor)
        let sponsors = Samples.client(replay).users[id].sponsors
        try await sponsors.add("263a1289-8282-4bf7-91f7-550d9bba8c02")
        try await sponsors.add(.group("08143e93-989e-4771-ac78-803bcdac52d2"))
        try await sponsors.remove("263a1289-8282-4bf7-91f7-550d9bba8c02")
        try await replay.verify()
    }

    /// Whatever is given, no request reaches the sponsor's own account.
    @Test(
        arguments: ["s", "", ".", "..", "s/", "s?", "s#", "s/$ref/..", "%2e%2e", "s\n"],
        ["u", "a@b", "$u", "u/sponsors"]
    )
    func `no request can delete a sponsor's account`(_ sponsorID: String, _ userID: String) throws {
        guard let request = try? GraphRequest.removeSponsor(sponsorID, from: userID) else { return }
        let url = request.transportRequest(for: .global).url
        #expect(url.hasSuffix("/$ref"))
        #expect(!url.contains("?") && !url.contains("#") && !url.contains("/../") && !url.contains("//u"))
        #expect(url.split(separator: "/").suffix(3).first == "sponsors")
    }

    @Test(arguments: [Fixture.sponsorForbidden]) func `a refusal names the permission`(_ fixture: Fixture) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(fixture)).users[id].sponsors.add("s")
        }
        #expect(error?.code == .forbidden)
        #expect(error?.requiredPermission == "User.ReadWrite.All")
    }
}
