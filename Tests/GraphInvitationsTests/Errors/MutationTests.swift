import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Recorded answers with random bytes changed: whatever comes, a call ends, and what came is not lost.
@Suite struct MutationTests {
    /// How many mutations each scenario's answers go through.
    private static let rounds = 320
    private static let marks = Array("\"{}[]:,\\0-.en".utf8)

    @Test(arguments: Fixture.all) func `a changed answer is read or handed back`(_ fixture: Fixture) async throws {
        let answers = try Self.answers(of: fixture)
        var chance = Chance(state: fixture.name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        for round in 0..<(answers.isEmpty ? 0 : Self.rounds) {
            var answer = answers[round % answers.count]
            Self.mutate(&answer, with: &chance)
            await Self.check(answer, isMailed: round % 2 == 0)
            await Self.checkSignIn(answer)
        }
    }

    @Test func `there are enough of them`() throws {
        let count = try Fixture.all.count { try !Self.answers(of: $0).isEmpty }
        #expect(count * Self.rounds >= 10_000)
    }

    private static func answers(of fixture: Fixture) throws -> [TransportResponse] {
        guard case .array(let mocks)? = try json(fixture.contents)["mocks"] else { return [] }
        return mocks.compactMap { mock in
            guard let response = mock["response"], case .integer(let status)? = response["statusCode"] else {
                return nil
            }
            var headers = HTTPFields()
            if case .array(let fields)? = response["headers"] {
                for field in fields { headers.append(field["value"]?.stringValue ?? "", named: "Retry-After") }
                for field in fields {
                    headers.append(field["value"]?.stringValue ?? "", named: field["name"]?.stringValue ?? "")
                }
            }
            let body = response["body"].map { $0.stringValue.map { Data($0.utf8) } ?? encoded($0) } ?? Data()
            return TransportResponse(statusCode: Int(status), headers: headers, body: body)
        }
    }

    private static func encoded(_ value: JSONValue) -> Data { (try? JSONEncoder().encode(value)) ?? Data() }

    /// Changes, adds or removes up to a few bytes of the body, and a character of one field.
    private static func mutate(_ answer: inout TransportResponse, with chance: inout Chance) {
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let place = Int.random(in: 0...answer.body.count, using: &chance)
            // Bytes that mean something in JSON come as often as any.
            let isMark = Bool.random(using: &chance)
            let byte =
                isMark ? marks[Int.random(in: marks.indices, using: &chance)] : .random(in: 0...255, using: &chance)
            switch Int.random(in: 0...3, using: &chance) {
            case 0 where place < answer.body.count: answer.body[place] = byte
            case 1 where place < answer.body.count: answer.body.remove(at: place)
            case 2: answer.body = Data(answer.body.prefix(place))
            default: answer.body.insert(byte, at: place)
            }
        }
        guard let field = Array(answer.headers).randomElement(using: &chance) else { return }
        var scalars = Array(field.value.unicodeScalars)
        let scalar = Unicode.Scalar(UInt8.random(in: 0...255, using: &chance))
        scalars.insert(scalar, at: Int.random(in: 0...scalars.count, using: &chance))
        var value = ""
        value.unicodeScalars.append(contentsOf: scalars)
        answer.headers[field.name] = value
    }

    /// An answer of Graph: a 201 comes back as an invitation, or whole in the error; all else as an error with it.
    private static func check(_ answer: TransportResponse, isMailed: Bool) async {
        let graph = Samples.client(FixedAnswer(answer: answer))
        do throws(GraphError) {
            let invitation = try await graph.invitations.create(
                isMailed ? Samples.mailedInvitation : Samples.invitation
            )
            #expect((200..<300).contains(answer.statusCode))
            _ = printed(invitation)
        } catch {
            #expect(error.response == answer)
            #expect(error.statusCode == answer.statusCode)
            #expect((error.code == .malformedResponse) == (200..<300).contains(answer.statusCode))
            _ = printed(error)
        }
    }

    /// The same as the answer to a sign-in: a token that can be sent, or an error.
    private static func checkSignIn(_ answer: TransportResponse) async {
        let credential = ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s")
        let graph = Samples.client(FixedAnswer(answer: answer), credential: credential)
        do throws(GraphError) {
            _ = try await graph.invitations.create(Samples.invitation)
            #expect((200..<300).contains(answer.statusCode))
        } catch {
            // A token that cannot stand in a header is refused before it is sent.
            #expect(error.response == answer || error.problems.map(\.field) == ["headers.Authorization"])
        }
    }

    private struct FixedAnswer: GraphTransport {
        let answer: TransportResponse
        func send(_ request: TransportRequest) async throws -> TransportResponse { answer }
    }
}
