import Foundation
import LoopbackServer

/// A loopback server in a process of its own, so that its CPU is not counted with the client's.
struct EchoServer {
    let url: String
    private let process: Process

    /// Starts this program again as a server.
    init() throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve"]
        process.standardInput = Pipe()
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        url = line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Ends the server.
    func stop() { process.terminate() }

    /// Serves until the process is ended: prints the address, then answers every post with the documented invitation,
    /// and the rest with a page of users.
    ///
    /// The answer repeats the request's id; `/slow` waits a moment, `/hang` waits for ever, the rest answers at once.
    static func serve() throws {
        let server = try LoopbackServer(keepsRequests: false) { request in
            let headers: KeyValuePairs = [
                "Content-Type": "application/json",
                "client-request-id": request.headers["client-request-id"] ?? "",
            ]
            let response = LoopbackReply.Response(201, headers: headers, body: Payload.answer)
            if request.method == "GET" { return .response(page(of: request)) }
            if request.target.hasPrefix("/hang") { return .hang }
            if request.target.hasPrefix("/reset") { return .reset }
            if request.target.hasPrefix("/truncated") { return .truncated(response, bytes: 100) }
            if request.target.hasPrefix("/slow") { return .delayed(milliseconds: 20, response) }
            return .response(response)
        }
        say(server.url)
        // Until the process that started it closes its end, which it also does by dying.
        _ = FileHandle.standardInput.readDataToEndOfFile()
        server.stop()
    }

    /// A hundred of as many users as the address says: in a filter first, then in the link to the page.
    private static func page(of request: LoopbackRequest) -> LoopbackReply.Response {
        let numbers = request.target.split { !$0.isNumber }.compactMap { Int($0) }
        let isFirst = !request.target.contains("skiptoken")
        let (total, begin) =
            isFirst ? (numbers.last { $0 >= 100 } ?? 0, 0) : (numbers[numbers.count - 2], numbers.last ?? 0)
        let end = min(begin + 100, total)
        let users = (begin..<end).map(Payload.user).joined(separator: ",")
        let link = "http://\(request.headers["host"] ?? "")/v1.0/users?$skiptoken=\(total)-\(end)"
        let next = end < total ? #","@odata.nextLink":"\#(link)""# : ""
        return LoopbackReply.Response(
            200,
            headers: ["Content-Type": "application/json"],
            body: #"{"value":[\#(users)]\#(next)}"#
        )
    }
}
