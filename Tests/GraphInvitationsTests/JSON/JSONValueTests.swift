import Foundation
import GraphInvitations
import Testing

@Suite struct JSONValueTests {
    @Test func `holds every kind of value`() throws {
        let text = #"{"a":null,"b":true,"c":-7,"d":0.25,"e":"x","f":[1,[]],"g":{"h":{}},"i":9223372036854775807}"#
        let value: JSONValue = [
            "a": nil, "b": true, "c": -7, "d": 0.25, "e": "x", "f": [1, []], "g": ["h": [:]],
            "i": .integer(.max),
        ]
        #expect(try json(text) == value)
        #expect(try json(encoding: value) == value)
    }

    @Test func `tells a number from the same digits in a string`() throws {
        #expect(try json(#"{"a":1}"#) != json(#"{"a":"1"}"#))
        #expect(try json(#"{"a":null}"#) != json(#"{}"#))
    }

    @Test func `finds members by name, and nothing in what has none`() throws {
        #expect(try json(#"{"a":"x"}"#)["a"]?.stringValue == "x")
        #expect(try json(#"["a"]"#)["a"] == nil)
        #expect(JSONValue.integer(1).stringValue == nil)
    }
}
