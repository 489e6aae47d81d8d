import Foundation

/// Measures the figures that the package promises: `swift run -c release Benchmarks [NAME]…`.
///
/// Without a name it measures all that need nothing but the toolchain, so all but `python`.
@main
struct Benchmarks {
    static func main() async throws {
        try await run(Array(CommandLine.arguments.dropFirst()))
    }

    // Not on the main thread, which a server does not use either.
    @concurrent
    private static func run(_ arguments: [String]) async throws {
        var names = arguments
        if names.first == "serve" { return try EchoServer.serve() }
        if names.isEmpty { names = ["json", "urlsession", "paging", "footprint", "storm"] }
        for name in names {
            switch name {
            case "json": try await JSONBenchmark().run()
            case "footprint": try FootprintBenchmark().run()
            #if URLSession
            case "urlsession": try await URLSessionBenchmark().run()
            case "paging": try await PagingBenchmark().run()
            case "python": try await PythonBenchmark().run()
            case "storm": try await CancellationStorm().run()
            #endif
            default: say("There is no benchmark \(name): json, urlsession, paging, python, footprint, storm.")
            }
        }
    }
}
