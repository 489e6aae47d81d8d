import GraphInvitations
import Testing

@Suite struct HTTPFieldsTests {
    @Test func `finds a field whatever the case of its name`() {
        let fields: HTTPFields = ["Retry-After": "5"]
        #expect(fields["retry-after"] == "5")
        #expect(fields["RETRY-AFTER"] == "5")
        #expect(fields["Retry_After"] == nil)
        #expect(fields["Retry-Afte"] == nil)
    }

    @Test func `keeps several fields of one name in order`() {
        var fields = HTTPFields()
        fields.append("a", named: "X")
        fields.append("b", named: "Y")
        fields.append("c", named: "x")
        #expect(fields.values(of: "X") == ["a", "c"])
        #expect(fields["x"] == "a, c")
        fields["X"] = "d"
        #expect(fields.map(\.name) == ["X", "Y"])
        #expect(fields["x"] == "d")
        fields["y"] = nil
        #expect(fields.map(\.value) == ["d"])
        fields["Z"] = "e"
        #expect(fields["z"] == "e")
    }

    @Test func `compares names without case and values with it`() {
        let fields: HTTPFields = ["A": "x"]
        #expect(fields == ["a": "x"])
        #expect(fields != ["a": "X"])
        #expect(fields != ["a": "x", "b": "y"])
        #expect(Set([fields, ["a": "x"]]).count == 1)
    }
}
