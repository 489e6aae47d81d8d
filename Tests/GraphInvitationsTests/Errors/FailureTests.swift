import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct FailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let code: GraphError.Code
        let status: Int
        var service: String?
        var failure: InvitationFailure?
        var testDescription: String { fixture.name }
    }

    static let cases = [
        Case(
            fixture: .invitationsNotAllowed,
            code: .forbidden,
            status: 403,
            service: "Forbidden",
            failure: .invitationsNotAllowed
        ),
        Case(
            fixture: .insufficientPrivileges,
            code: .unauthorized,
            status: 401,
            service: "Unauthorized",
            failure: .insufficientPrivileges
        ),
        Case(
            fixture: .targetAddressNotFound,
            code: .rejected,
            status: 500,
            service: "InternalServerError",
            failure: .targetAddressNotFound
        ),
        Case(
            fixture: .accountBlocked,
            code: .rejected,
            status: 400,
            service: "BadRequest",
            failure: .accountBlocked
        ),
        Case(
            fixture: .blockedByCrossTenantAccess,
            code: .forbidden,
            status: 403,
            service: "Forbidden",
            failure: .blockedByCrossTenantAccess
        ),
        Case(
            fixture: .crossCloudWorkerDisabled,
            code: .forbidden,
            status: 403,
            service: "Forbidden",
            failure: .crossCloudWorkerDisabled
        ),
        Case(fixture: .invalidToken, code: .unauthorized, status: 401, service: "InvalidAuthenticationToken"),
        Case(fixture: .throttled, code: .throttled, status: 429, service: "TooManyRequests"),
        Case(fixture: .serviceUnavailable, code: .serviceUnavailable, status: 503, service: "ServiceUnavailable"),
        Case(fixture: .multipleChoices, code: .rejected, status: 300),
        Case(fixture: .htmlNotFound, code: .notFound, status: 404),
    ]

    @Test(arguments: cases) func `a refusal keeps all that Graph said`(_ sample: Case) async throws {
        let replay = ReplayTransport(sample.fixture)
        let error = try #require(
            await #expect(throws: GraphError.self) {
                try await Samples.client(replay).invitations.create(Samples.invitation)
            }
        )
        #expect(error.code == sample.code)
        #expect(error.statusCode == sample.status)
        #expect(error.serviceError?.code == sample.service)
        #expect(error.invitationFailure == sample.failure)
        #expect(error.response?.statusCode == sample.status)
        #expect(error.clientRequestID == (await replay.requests.first?.headers["client-request-id"]))
        #expect(error.attempts.map(\.outcome) == [.status(sample.status, retryAfter: error.retryAfter)])
        if sample.failure != nil { #expect(error.remedy == sample.failure?.remedy) }
    }

    @Test(arguments: [
        (Fixture.emailNotOnUser, GraphError.Code.rejected, InvitationFailure.emailNotOnUser),
        (.resetWithoutRole, .forbidden, .insufficientPrivileges),
    ])
    func `a refused reset says what it means`(
        _ fixture: Fixture,
        _ code: GraphError.Code,
        _ failure: InvitationFailure
    ) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(fixture)).invitations.resetRedemption(Samples.reset)
        }
        #expect(error?.code == code)
        #expect(error?.invitationFailure == failure)
    }

    @Test(arguments: [
        (Fixture.invalidEmailAddress, InvitationFailure.invalidEmailAddress),
        (.inviteeInInviterTenant, .inviteeInInviterTenant),
    ])
    func `an address that Graph refuses is named`(_ fixture: Fixture, _ failure: InvitationFailure) async throws {
        let body = try #require(try json(fixture.contents)["mocks"])
        guard case .array(let mocks) = body, let request = mocks.first?["request"]?["body"] else { return }
        let invitation = try JSONDecoder().decode(NewInvitation.self, from: JSONEncoder().encode(request))
        var configuration = Samples.configuration
        configuration.validation = .off
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: ReplayTransport(fixture),
            configuration: configuration
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(invitation) }
        #expect(error?.invitationFailure == failure)
    }

    @Test func `the account that is there already is named`() async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(.accountBlocked)).invitations.create(Samples.invitation)
        }
        #expect(error?.existingUserID == "11111111-aaaa-4bbb-8ccc-000000000009")
    }

    @Test func `every remedy is a sentence, and an unknown meaning has none`() {
        let known: [InvitationFailure] = [
            .invitationsNotAllowed, .emailNotOnUser, .invalidEmailAddress, .inviteeInInviterTenant, .accountBlocked,
            .blockedByCrossTenantAccess, .crossCloudWorkerDisabled, .insufficientPrivileges, .targetAddressNotFound,
        ]
        #expect(known.allSatisfy { $0.remedy?.hasSuffix(".") == true })
        #expect(InvitationFailure(rawValue: "other").remedy == nil)
        #expect("\(InvitationFailure.accountBlocked)" == "accountBlocked")
        #expect("\(GraphError.Code.outcomeUnknown)" == "outcomeUnknown")
    }

    @Test func `a throttled call says how long to wait`() async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(ReplayTransport(.throttled)).invitations.create(Samples.invitation)
        }
        #expect(error?.retryAfter == .milliseconds(2128))
        #expect(error?.remedy == "Repeat after 2.128 s.")
        #expect(error?.serviceError?.innerError?.code == "429")
        #expect(error?.serviceError?.innerError?.date == "2020-08-18T12:51:51")
        #expect(error?.requestID == "94fb3b52-452a-4535-a601-69e0a90e3aa2")
    }

    @Test func `a refusal for lack of permission shows what is needed beside what is held`() async throws {
        // {"roles":["User.Read.All"],"scp":"openid profile"}
        let payload = "eyJyb2xlcyI6WyJVc2VyLlJlYWQuQWxsIl0sInNjcCI6Im9wZW5pZCBwcm9maWxlIn0"
        let graph = Samples.client(
            ReplayTransport(.invitationsNotAllowed),
            credential: StaticTokenCredential("header.\(payload).signature")
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.requiredPermission == "User.Invite.All")
        #expect(error?.heldPermissions == ["User.Read.All", "openid", "profile"])
        #expect(
            error?.description.contains("It needs User.Invite.All; the token holds User.Read.All, openid, profile.")
                == true
        )
    }

    @Test func `a token that holds enough is not told to hold more`() async {
        // {"roles":["Directory.ReadWrite.All"]}
        let payload = "eyJyb2xlcyI6WyJEaXJlY3RvcnkuUmVhZFdyaXRlLkFsbCJdfQ"
        let graph = Samples.client(
            FixedTransport(403, #"{"error":{"code":"Forbidden","message":"The domain is blocked."}}"#),
            credential: StaticTokenCredential("header.\(payload).signature")
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(
            error?.remedy == "The token holds enough: a policy of the tenant, or a missing role, stands against it."
        )
        let poor = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(403)).invitations.resetRedemption(Samples.reset)
        }
        #expect(poor?.remedy == "Grant the app User.ReadWrite.All, with admin consent.")
    }

    @Test(arguments: [
        ("2.9996", "3 s"), ("2.0004", "2.001 s"), ("2.5", "2.500 s"), ("0", "0 s"), ("0.05", "0.050 s"), ("7", "7 s"),
    ])
    func `a wait is never printed shorter than it is`(_ header: String, _ text: String) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(429, headers: ["Retry-After": header]))
                .invitations.create(Samples.invitation)
        }
        #expect(error?.remedy == "Repeat after \(text).")
    }

    @Test func `the description is one line with all that support asks for`() async {
        let fixed = GraphClient.Configuration.fixedID
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: ReplayTransport(.targetAddressNotFound),
            configuration: fixed
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(
            error?.description == """
                rejected (500) [targetAddressNotFound] InternalServerError: Unable to find target address \
                Check the address; the service answers this for good, so repeating does not help. \
                request-id 11111111-2222-4333-8444-555555555505 client-request-id fixed-id
                """
        )
    }

    @Test(arguments: [
        #"{"error":{"code":"","message":"m"}}"#,
        #"{"error":{"message":"m","innererror":{"Request-Id":"r","innerError":{"code":"deep"}}}}"#,
        #"{"error":{"code":"c","message":"m","details":[{"target":"t","code":"d"},7],"innerError":7}}"#,
        #"{"Error":{"Code":"c","Message":"m"}}"#,
    ])
    func `reads every spelling of Graph's error`(_ body: String) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(400, body)).invitations.create(Samples.invitation)
        }
        #expect(error?.serviceError?.message == "m")
    }

    @Test func `keeps the chain of inner errors, details and unknown members`() async {
        let body = #"""
            {"error":{"code":"c","message":"m","target":"t","details":[{"code":"InvalidValue","target":"userPrincipalName"}],
            "innerError":{"date":"2021-05-18T19:03:10","client-request-id":"k","new":1,"innererror":{"code":"deep"}}}}
            """#
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(400, body)).invitations.create(Samples.invitation)
        }
        let service = error?.serviceError
        #expect(service?.target == "t")
        #expect(service?.details.map(\.code) == ["InvalidValue"])
        #expect(service?.details.first?.message == nil)
        #expect(service?.innerError?.clientRequestID == "k")
        #expect(service?.innerError?.additionalProperties == ["new": 1])
        #expect(service?.innerError?.innerError?.code == "deep")
    }

    @Test(arguments: ["", "<html>Bad Gateway</html>", "%PDF-1.4", "{\"error\":", "{\"error\":\"x\"}"])
    func `a body that is no error keeps status and bytes`(_ body: String) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(502, body)).invitations.create(Samples.invitation)
        }
        #expect(error?.code == .serviceUnavailable)
        #expect(error?.statusCode == 502)
        #expect(error?.serviceError == nil)
        #expect(error?.response?.body == Data(body.utf8))
    }

    @Test(arguments: [
        (400, GraphError.Code.rejected), (401, .unauthorized), (402, .rejected), (403, .forbidden), (404, .notFound),
        (409, .conflict), (410, .rejected), (429, .throttled), (500, .rejected), (502, .serviceUnavailable),
        (503, .serviceUnavailable), (504, .serviceUnavailable), (302, .rejected), (999, .rejected),
    ])
    func `each status has its code`(_ status: Int, _ code: GraphError.Code) async {
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(FixedTransport(status)).invitations.create(Samples.invitation)
        }
        #expect(error?.code == code)
    }
}

extension GraphClient.Configuration {
    /// Settings under which every call has the same id.
    static var fixedID: Self {
        var configuration = Samples.configuration
        configuration.makeClientRequestID = { "fixed-id" }
        return configuration
    }
}
