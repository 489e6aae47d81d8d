// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "graph-invitations",
    platforms: [.macOS(.v13), .macCatalyst(.v16), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "GraphInvitations", targets: ["GraphInvitations"]),
        .library(name: "GraphInvitationsMocks", targets: ["GraphInvitationsMocks"]),
        .library(name: "GraphInvitationsFixtures", targets: ["GraphInvitationsFixtures"]),
        .executable(name: "invite-guest", targets: ["invite-guest"]),
    ],
    traits: [
        .trait(
            name: "URLSession",
            description: "URLSessionTransport. Without it the library needs FoundationEssentials alone on Linux."
        ),
        .default(enabledTraits: ["URLSession"]),
    ],
    targets: [
        .target(name: "GraphInvitations"),
        .target(
            name: "GraphInvitationsMocks",
            dependencies: ["GraphInvitations", "GraphInvitationsFixtures"],
            path: "Mocks"
        ),
        .target(name: "GraphInvitationsFixtures", path: "Fixtures", exclude: ["Exchanges"]),
        .executableTarget(
            name: "invite-guest",
            dependencies: ["GraphInvitations", "GraphInvitationsFixtures", "GraphInvitationsMocks"]
        ),
        .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["GraphInvitations", "LoopbackServer"],
            path: "Tests/Benchmarks",
            exclude: ["msgraph_create.py"]
        ),
        .testTarget(
            name: "GraphInvitationsTests",
            dependencies: [
                "GraphInvitations", "GraphInvitationsFixtures", "GraphInvitationsMocks", "LoopbackServer",
            ]
        ),
        .testTarget(
            name: "InviteGuestTests",
            dependencies: [
                "GraphInvitations", "GraphInvitationsFixtures", "GraphInvitationsMocks", "invite-guest",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
        .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
        .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
        .strictMemorySafety(),  // SE-0458
    ]
}
