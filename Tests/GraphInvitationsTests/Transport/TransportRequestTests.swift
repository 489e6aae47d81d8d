import GraphInvitations
import Testing

@Suite struct TransportRequestTests {
    @Test(arguments: [
        TransportRequest(method: "GET", url: "https://graph.example/a?b=c%20d"),
        TransportRequest(method: "PATCH", url: "http://127.0.0.1:80/", headers: ["A-b_c": "x\ty"]),
    ])
    func `a sound request has no problems`(_ request: TransportRequest) throws {
        #expect(request.problems == [])
        try request.validate()
    }

    @Test(arguments: [
        (TransportRequest(method: "GET /x HTTP/1.1\r\nX: y", url: "https://a.example"), "method"),
        (TransportRequest(method: "", url: "https://a.example"), "method"),
        (TransportRequest(method: "GET", url: "http://a.example"), "url"),
        (TransportRequest(method: "GET", url: "https://a.example/ b"), "url"),
        (TransportRequest(method: "GET", url: "https://a.example/\r\nX: y"), "url"),
        (TransportRequest(method: "GET", url: "https://a.example/ü"), "url"),
        (TransportRequest(method: "GET", url: "/relative"), "url"),
        (TransportRequest(method: "GET", url: "https://graph.microsoft.com@a.example/"), "url"),
        (TransportRequest(method: "GET", url: "https://a.example", headers: ["X\r\nY": "z"]), "headers"),
        (TransportRequest(method: "GET", url: "https://a.example", headers: ["": "z"]), "headers"),
        (TransportRequest(method: "GET", url: "https://a.example", headers: ["X": "y\r\nZ: a"]), "headers.X"),
        (TransportRequest(method: "GET", url: "https://a.example", headers: ["X": "y\u{0}"]), "headers.X"),
        (TransportRequest(method: "GET", url: "https://a.example", headers: ["X": "é"]), "headers.X"),
    ])
    func `a request that could smuggle or lose something is refused by name`(
        _ request: TransportRequest,
        _ field: String
    ) {
        #expect(request.problems.map(\.field) == [field])
        let error = #expect(throws: TransportError.self) { try request.validate() }
        #expect(error?.code == .invalidRequest)
        #expect(error?.mayHaveBeenSent == false)
        #expect(error?.message.contains(field) == true)
    }
}
