import Foundation
import GraphInvitations
import Testing

@Suite struct GraphDateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let seconds: Double?
        var testDescription: String { text.isEmpty ? "empty" : text }
    }

    static let cases = [
        Case(text: "2021-05-18T19:03:10Z", seconds: 1_621_364_590),
        Case(text: "2021-05-18T19:03:10.5Z", seconds: 1_621_364_590.5),
        Case(text: "2021-05-18T19:03:10.123Z", seconds: 1_621_364_590.123),
        Case(text: "2021-05-18T19:03:10.123456Z", seconds: 1_621_364_590.123456),
        Case(text: "2021-05-18T19:03:10.1234567Z", seconds: 1_621_364_590.1234567),
        Case(text: "2021-05-18T19:03:10", seconds: 1_621_364_590),
        Case(text: "2021-05-18T21:03:10+02:00", seconds: 1_621_364_590),
        Case(text: "2021-05-18T15:33:10-0330", seconds: 1_621_364_590),
        Case(text: "2016-01-09 02:02:12Z", seconds: 1_452_304_932),
        Case(text: "2024-02-29T00:00:00Z", seconds: 1_709_164_800),
        Case(text: "1969-12-31T23:59:59Z", seconds: -1),
        Case(text: "0001-01-01T00:00:00Z", seconds: -62_135_596_800),
        Case(text: "9999-12-31T23:59:59Z", seconds: 253_402_300_799),
        Case(text: "", seconds: nil),
        Case(text: "yesterday", seconds: nil),
        Case(text: "2021-05-18", seconds: nil),
        Case(text: "2021-13-18T19:03:10Z", seconds: nil),
        Case(text: "2021-05-18T24:03:10Z", seconds: nil),
        Case(text: "2021-05-18T19:03:10.Z", seconds: nil),
        Case(text: "2021-05-18T19:03:10Z and more", seconds: nil),
        Case(text: "２０２１-05-18T19:03:10Z", seconds: nil),
    ]

    @Test(arguments: cases) func `reads every form that Graph sends, and keeps it as it came`(_ sample: Case) throws {
        let user = try decoded(User.self, #"{"createdDateTime":"\#(sample.text)"}"#)
        let seconds = user.createdDateTime?.timeIntervalSince1970
        if let expected = sample.seconds {
            #expect(abs(try #require(seconds) - expected) < 0.000_001)
        } else {
            #expect(seconds == nil)
        }
        #expect(try json(encoding: user) == ["createdDateTime": .string(sample.text)])
    }

    @Test(arguments: [
        (-62_135_596_800.0, "0001-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (0, "1970-01-01T00:00:00Z"),
        (951_782_400, "2000-02-29T00:00:00Z"), (1_621_364_590.123, "2021-05-18T19:03:10.123Z"),
        (1e300, "9999-12-31T23:59:59Z"), (-1e300, "0001-01-01T00:00:00Z"),
    ])
    func `writes a date of one's own in UTC`(_ seconds: Double, _ text: String) throws {
        var user = User()
        user.createdDateTime = Date(timeIntervalSince1970: seconds)
        #expect(try json(encoding: user) == ["createdDateTime": .string(text)])
    }

    @Test func `a changed date replaces the one that came, and a cleared one leaves nothing`() throws {
        var user = try decoded(User.self, #"{"createdDateTime":"2021-05-18T19:03:10.1234567Z"}"#)
        user.createdDateTime = Date(timeIntervalSince1970: 0)
        #expect(try json(encoding: user) == ["createdDateTime": "1970-01-01T00:00:00Z"])
        user.createdDateTime = nil
        #expect(try json(encoding: user) == [:])
    }

    @Test func `every day of four centuries comes back as itself`() throws {
        for day in stride(from: -150_000, through: 150_000, by: 37) {
            var user = User()
            user.createdDateTime = Date(timeIntervalSince1970: Double(day) * 86_400)
            let encoded = try JSONEncoder().encode(user)
            #expect(try JSONDecoder().decode(User.self, from: encoded).createdDateTime == user.createdDateTime)
        }
    }
}
