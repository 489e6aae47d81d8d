import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ContractCheckTests {
    private func findings(_ body: String, to method: String, _ path: String, _ status: Int = 200) -> [String] {
        ContractCheck.report(
            on: TransportResponse(statusCode: status, body: Data(body.utf8)),
            to: TransportRequest(method: method, url: "https://graph.microsoft.com" + path)
        )
        .findings.map { "\($0.severity) \($0.pointer) \($0.message)" }
    }

    static let answers: [(String, String, Int, String, [String])] = [
        ("GET", "/v1.0/users/u?$select=id,mail", 200, #"{"id":"u","mail":null}"#, []),
        ("GET", "/v1.0/users/u?$select=userType", 200, #"{"userType":"GUEST"}"#, []),
        ("GET", "/v1.0/users/u?$select=id,mail", 200, #"{"id":"u","@odata.id":7}"#, ["warning /mail is gone"]),
        (
            "GET", "/v1.0/users/u?$select=id", 200, #"{"id":7,"mood":"good"}"#,
            [
                "failure /id is a number, where a string is expected",
                "note /mood is a member that this package has no property for",
            ]
        ),
        (
            "GET", "/v1.0/users/u?$select=id", 200,
            #"{"id":"u","createdDateTime":"soon","externalUserState":"Lost","otherMails":["a",1],"accountEnabled":"yes"}"#,
            [
                "failure /accountEnabled is a string, where true or false is expected",
                "failure /createdDateTime is no date",
                "failure /otherMails/1 is a number, where a string is expected",
                "note /externalUserState is a word that this package does not know",
            ]
        ),
        (
            "GET", "/v1.0/users?$select=id", 200, #"{"value":[{"id":"u"},{"identities":[{"signInType":[]}]}]}"#,
            [
                "failure /value/1/identities/0/signInType is a list, where a string is expected",
                "warning /value/1/id is gone",
            ]
        ),
        (
            "POST", "/v1.0/invitations", 201, #"{"id":"i","invitedUser":{},"a/b":1}"#,
            [
                "warning /inviteRedeemUrl is gone", "warning /inviteRedirectUrl is gone",
                "warning /invitedUserDisplayName is gone", "warning /invitedUserEmailAddress is gone",
                "warning /invitedUserMessageInfo is gone", "warning /invitedUserType is gone",
                "warning /resetRedemption is gone", "warning /sendInvitationMessage is gone", "warning /status is gone",
                "warning /invitedUser/id is gone", "note /a~1b is a member that this package has no property for",
            ]
        ),
        ("POST", "/v1.0/invitations", 201, "<html>", ["failure  is no JSON"]),
        ("POST", "/v1.0/invitations", 502, "<html>", ["note  is no JSON"]),
        ("POST", "/v1.0/invitations", 400, #"{"error":{"code":"BadRequest"}}"#, ["warning /error/message is gone"]),
        (
            "POST", "/v1.0/invitations", 400, #"{"error":{"code":1,"message":"m","innererror":{"status":"4"}}}"#,
            [
                "failure /error/code is a number, where a string is expected",
                "note /error/innererror/status is a member that this package has no property for",
            ]
        ),
        (
            "POST", "/t/oauth2/v2.0/token", 200, #"{"token_type":"Bearer","expires_in":[]}"#,
            [
                "failure /expires_in is a list, where a number is expected", "warning /access_token is gone",
            ]
        ),
        (
            "POST", "/t/oauth2/v2.0/token", 200, #"{"token_type":"Bearer","access_token":"t","expires_in":"3599"}"#, []
        ),
        ("POST", "/t/oauth2/v2.0/token", 400, #"{"error":"invalid_scope","error_description":""}"#, []),
        ("GET", "/v1.0/groups/g", 200, "{}", ["note  is of a request that this package has no model for"]),
    ]

    @Test(arguments: answers) func `says what is new, what is gone and what has another type`(
        _ method: String,
        _ path: String,
        _ status: Int,
        _ body: String,
        _ expected: [String]
    ) {
        #expect(findings(body, to: method, path, status) == expected)
    }

    @Test(arguments: Fixture.all) func `no fixture has anything in it that the models cannot read`(
        _ fixture: Fixture
    ) throws {
        let report = try ContractCheck.report(on: fixture)
        // Made to be what no model reads.
        let isOdd = [
            "captive-portal", "create-invitation-cut-short", "create-invitation-empty",
            "create-invitation-unknown-words",
        ]
        .contains(fixture.name)
        #expect(report.findings.contains { $0.severity == .failure } == isOdd, "\(report)")
    }

    @Test func `prints one finding a line, the gravest first`() throws {
        let fixture = Fixture(
            name: "user",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/users/u?$select=id"},"response":{"body":{"x":1}}},
                {"request":{"url":"https://graph.microsoft.com/v1.0/users/u?$select=id"},"response":{"body":{"id":false}}},
                {"request":{"url":"https://graph.microsoft.com/v1.0/users/u"},"response":{"fault":"timeout"}}]}
                """#
        )
        let report = try ContractCheck.report(on: fixture)
        #expect(
            report.description == """
                failure: user#2 (GET /v1.0/users/u?$select=id) /id is true or false, where a string is expected
                warning: user#1 (GET /v1.0/users/u?$select=id) /id is gone
                note: user#1 (GET /v1.0/users/u?$select=id) /x is a member that this package has no property for
                """
        )
        #expect(report.severity == .failure)
        #expect(ContractFinding.Severity.note < .warning && .warning < ContractFinding.Severity.failure)
        #expect(report.answerCount == 2)
        #expect(try ContractCheck.report(on: .createInvitation).description == "1 answer, as expected.")
    }

    @Test func `checks what a recorder has taken down`() async throws {
        let recorder = RecordingTransport(FixedTransport(201, #"{"id":7}"#))
        _ = try await recorder.send(
            TransportRequest(method: "POST", url: "https://graph.microsoft.com/v1.0/invitations")
        )
        let report = ContractCheck.report(on: await recorder.exchanges)
        #expect(
            report.findings.first?.description
                == "failure: #1 (POST /v1.0/invitations) /id is a number, where a string is expected"
        )
    }
}
