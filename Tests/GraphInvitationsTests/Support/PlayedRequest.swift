import Foundation

@testable import GraphInvitations

/// A recorded request, as the request of this package that it is a recording of.
struct PlayedRequest: Sendable {
    typealias Outcome = Result<JSONValue, GraphError>

    /// Sends it, and gives the answer as it would be written.
    let answer: @Sendable (GraphClient) async -> Outcome
    /// Adds it to a batch, behind the item of a number where it depends on one, and gives how to read its answer.
    let add: @Sendable (inout GraphBatch, Int?) -> @Sendable (BatchAnswers) -> Outcome

    private init<Response>(
        _ request: GraphRequest<Response>,
        _ write: @escaping @Sendable (Response) throws -> JSONValue
    ) {
        let written = { @Sendable (result: Result<Response, GraphError>) in
            result.map { (try? write($0)) ?? "not writable" }
        }
        answer = { graph in
            do throws(GraphError) {
                return written(.success(try await graph.send(request)))
            } catch {
                return .failure(error)
            }
        }
        add = { batch, number in
            guard let number else {
                let item = batch.add(request)
                return { written($0.result(of: item)) }
            }
            let other = BatchItem<NoContent>(identity: batch.items[number].identity, number: number)
            let item = batch.add(request, after: other)
            return { written($0.result(of: item)) }
        }
    }

    private init(_ request: GraphRequest<some Codable & Sendable>) { self.init(request) { try json(encoding: $0) } }

    private init(_ request: GraphRequest<Page<some Codable & Sendable>>) {
        self.init(request) { ["value": try json(encoding: $0.value)] }
    }

    private init(_ request: GraphRequest<NoContent>) { self.init(request) { _ in .null } }

    /// The request; nil for one that this package does not make.
    init?(_ method: String, _ url: String, _ body: JSONValue?) throws {
        let query = RecordedQuery(url.replacing("*", with: "anybody"))
        let names = query.path.split(separator: "/").map(String.init).drop { $0 == "v1.0" } + ["", "", "", ""]
        let parts = Array(names)
        switch (method, parts[0], parts[1], parts[2]) {
        case ("POST", "invitations", _, _): self.init(try Self.invitation(body))
        case ("GET", "users", "", _): self.init(try query.following(.listUsers(query.users)))
        case ("GET", "users", "$count", _): self.init(try GraphRequest.countUsers(query.users.filter))
        case ("GET", "users", let id, "sponsors"): self.init(try GraphRequest.listSponsors(of: id))
        case ("GET", "users", let id, _):
            let expandsSponsors = query.options["expand"] != nil
            self.init(try GraphRequest.getUser(id, select: query.users.select, expandsSponsors: expandsSponsors))
        case ("PATCH", "users", let id, _):
            let patch = try JSONEncoder().encode(body ?? ["jobTitle": "Consultant"])
            let request = try GraphRequest.updateUser(
                id,
                JSONDecoder().decode(UserPatch.self, from: patch),
                validation: .off
            )
            self.init(request)
        case ("POST", "users", let id, "sponsors"): self.init(try GraphRequest.addSponsor(Self.sponsor(body), to: id))
        case ("DELETE", "users", let id, "sponsors"): self.init(try GraphRequest.removeSponsor(parts[3], from: id))
        case ("DELETE", "users", let id, _): self.init(try GraphRequest.deleteUser(id))
        case ("GET", "directory", _, "microsoft.graph.user"):
            self.init(try query.following(.listDeletedUsers(query.users)))
        case ("GET", "directory", _, let id):
            self.init(try GraphRequest.getDeletedUser(id, select: query.users.select))
        case ("POST", "directory", _, let id): self.init(try GraphRequest.restoreUser(id))
        case ("DELETE", "directory", _, let id): self.init(try GraphRequest.purgeUser(id))
        default: return nil
        }
    }

    private static func invitation(_ body: JSONValue?) throws -> GraphRequest<Invitation> {
        let data = try JSONEncoder().encode(body ?? .null)
        if body?["resetRedemption"] == true {
            let reset = try? JSONDecoder().decode(RedemptionReset.self, from: data)
            return try .resetRedemption(reset ?? Samples.reset, validation: .off)
        }
        let invitation = try? JSONDecoder().decode(NewInvitation.self, from: data)
        return try .createInvitation(invitation ?? Samples.invitation, validation: .off)
    }

    private static func sponsor(_ body: JSONValue?) -> Sponsor {
        let address = body?["@odata.id"]?.stringValue ?? "users/somebody"
        let parts = address.split(separator: "/").suffix(2).map(String.init)
        return parts[0] == "groups" ? .group(parts[1]) : .user(parts[1])
    }
}
