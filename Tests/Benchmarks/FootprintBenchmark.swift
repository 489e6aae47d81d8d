import Foundation

/// What a consumer of the library pays: the size of a static binary without URLSession, and the time of a clean build.
struct FootprintBenchmark {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "graph-invitations-footprint")

    func run() throws {
        try? FileManager.default.removeItem(at: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try measureStaticBinary()
        try measureBuild()
    }

    private func measureStaticBinary() throws {
        let consumer = folder.appending(path: "consumer")
        try write(
            """
            // swift-tools-version: 6.2
            import PackageDescription
            let package = Package(
                name: "consumer",
                platforms: [.macOS(.v13)],
                dependencies: [.package(name: "graph-invitations", path: "\(Command.package)", traits: [])],
                targets: [
                    .executableTarget(
                        name: "consumer",
                        dependencies: [.product(name: "GraphInvitations", package: "graph-invitations")]
                    )
                ]
            )
            """,
            to: consumer.appending(path: "Package.swift")
        )
        try write(
            """
            import GraphInvitations
            struct Teapot: GraphTransport {
                func send(_ request: TransportRequest) async throws -> TransportResponse {
                    TransportResponse(statusCode: 418)
                }
            }
            let credential = ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s")
            let graph = GraphClient(credential: credential, transport: Teapot())
            let new = NewInvitation(invitedUserEmailAddress: "a@fabrikam.com", inviteRedirectURL: "https://contoso.com")
            do { print(try await graph.invitations.create(new)) } catch { print(error) }
            """,
            to: consumer.appending(path: "Sources/consumer/main.swift")
        )
        try Command.run("swift", "build", "-c", "release", "--static-swift-stdlib", in: consumer)
        let binary = consumer.appending(path: ".build/release/consumer").path()
        let said = try Command.run(binary)
        try Command.run("strip", binary)
        let size = try FileManager.default.attributesOfItem(atPath: binary)[.size] as? Int ?? 0
        let megabytes = Double(size) / 1_000_000
        let isMet = megabytes <= 16 && said.contains("418")
        say("static release binary, trait off, stripped: \(megabytes) MB, bar 16 MB: \(isMet ? "met" : "MISSED")")
    }

    private func measureBuild() throws {
        let byHand = folder.appending(path: "by-hand")
        try write(
            """
            // swift-tools-version: 6.2
            import PackageDescription
            let package = Package(name: "by-hand", targets: [.target(name: "ByHand")])
            """,
            to: byHand.appending(path: "Package.swift")
        )
        let sources = URL(filePath: Command.package).appending(path: "Tests/Benchmarks")
        for file in ["HandWritten.swift", "HandWrittenLoop.swift"] {
            let target = byHand.appending(path: "Sources/ByHand/\(file)")
            try write(try String(contentsOf: sources.appending(path: file), encoding: .utf8), to: target)
        }
        let package = URL(filePath: Command.package)
        let scratch = folder.appending(path: "build").path()
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<3 {
            ours.append(try buildTime("GraphInvitations", package, scratch))
            theirs.append(try buildTime("ByHand", byHand, scratch))
        }
        let ratio = Spread(zip(ours, theirs).map { $0 / $1 })
        say("clean release build: ours \(Spread(ours).formatted(1)) s, by hand \(Spread(theirs).formatted(1)) s")
        say("clean release build: ratio \(ratio.formatted()), bar 3: \(ratio.median <= 3 ? "met" : "MISSED")")
    }

    private func buildTime(_ target: String, _ package: URL, _ scratch: String) throws -> Double {
        try? FileManager.default.removeItem(atPath: scratch)
        let start = ContinuousClock.now
        try Command.run("swift", "build", "-c", "release", "--target", target, "--scratch-path", scratch, in: package)
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
