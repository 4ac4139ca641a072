// swift-tools-version: 6.2
// The arrows between the targets are the table in Sources/larder/Documentation.docc/Architecture.md;
// `make lint` compares the two.
import PackageDescription

/// `LARDER_STRICT=1` (set by continuous integration) turns every warning of our own targets into an error.
let isStrict = Context.environment["LARDER_STRICT"] == "1"
let swiftSettings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    + (isStrict ? [.treatAllWarnings(as: .error)] : [])

func target(
    _ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path,
        exclude: path?.hasPrefix("Sources/Connectors") == true ? ["README.md"] : exclude,
        resources: resources, swiftSettings: swiftSettings)
}

func tests(for name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
        swiftSettings: swiftSettings)
}

let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let http = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let sockets = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let ground: [Target] = [
    target("FeatureModel"),
    target("FeastProtos", [protobuf], exclude: ["Protos", "regenerate", "Generated/Protos.sha256"]),
    target("TextCanvas"),
    .target(
        name: "CNcurses", cSettings: [.define("_GNU_SOURCE")],
        linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CHiredis", linkerSettings: [.linkedLibrary("hiredis")]),
    .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("ssl"), .linkedLibrary("crypto")]),
    .target(name: "CRdKafka", linkerSettings: [.linkedLibrary("rdkafka")]),
    .target(name: "CProcess", cSettings: [.define("_GNU_SOURCE")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
]

let firstFloor: [Target] = [
    target("RowCoding", ["FeatureModel", "FeastProtos", protobuf]),
    target("RowFiles", ["FeatureModel", "CZlib"]),
    target("Documents", ["FeatureModel", yams]),
    target("StorageAPI", ["FeatureModel"]),
    target("SQLiteAccess", ["CSQLite"]),
    target("LocalState", ["FeatureModel", grdb]),
    target("Operations", ["FeatureModel"]),
    target("Themes", ["TextCanvas", yams]),
    target("CursesTerminal", ["TextCanvas", "CNcurses"]),
]

let secondFloor: [Target] = [
    target("StorageLayers", ["FeatureModel", "StorageAPI", log]),
    target(
        "SQLiteConnector", path: "Sources/Connectors/SQLite",
        ["StorageAPI", "FeatureModel", "RowCoding", "RowFiles", "SQLiteAccess"]),
    target(
        "RedisConnector", path: "Sources/Connectors/Redis",
        ["StorageAPI", "FeatureModel", "RowCoding", "CHiredis", "COpenSSL"]),
    target(
        "LocalLogConnector", path: "Sources/Connectors/LocalLog",
        ["StorageAPI", "FeatureModel", "RowCoding", "SQLiteAccess"]),
    target("KafkaConnector", path: "Sources/Connectors/Kafka", ["StorageAPI", "FeatureModel", "CRdKafka"]),
    target("Registry", ["FeatureModel", "LocalState", log]),
    target("Ingestion", ["FeatureModel", "StorageAPI", "RowCoding", "RowFiles", log]),
    target("MetricsExport", ["FeatureModel", "StorageAPI", "Ingestion", metrics, http, sockets, log]),
    target("Retrieval", ["FeatureModel", "StorageAPI", "RowFiles", log]),
    target("ConsoleKit", ["TextCanvas", "Themes", log]),
]

let thirdFloor: [Target] = [
    target(
        "ConnectorCatalog",
        ["StorageAPI", "SQLiteConnector", "RedisConnector", "LocalLogConnector", "KafkaConnector"]),
    target(
        "Services",
        [
            "FeatureModel", "Operations", "StorageAPI", "StorageLayers", "LocalState", "Registry", "Ingestion",
            "MetricsExport", "Retrieval", "Documents", "RowFiles", "CProcess", log,
        ]),
    target("Screens", ["ConsoleKit", "Operations", "TextCanvas", "FeatureModel"]),
    target("Showcase", ["Operations", "FeatureModel"]),
]

let everything: [Target.Dependency] = [
    "FeatureModel", "TextCanvas", "RowCoding", "RowFiles", "Documents", "StorageAPI", "LocalState", "Operations",
    "Themes",
    "CursesTerminal", "StorageLayers", "Registry", "Ingestion", "MetricsExport", "Retrieval", "ConsoleKit",
    "ConnectorCatalog", "Services", "Screens", "Showcase", log,
]

let roof: [Target] = [
    .executableTarget(
        name: "larder", dependencies: everything + [arguments, "CNcurses"], exclude: ["Documentation.docc", "Demo"],
        swiftSettings: swiftSettings),
    .executableTarget(
        name: "larder-bench",
        dependencies: everything + [arguments, "CSQLite", "CHiredis", "CRdKafka", "CNcurses", "CProcess"],
        path: "Sources/larder-bench", swiftSettings: swiftSettings),
]

let testSupport: [Target] = [
    target("StorageContract", path: "Tests/Support/StorageContract", ["StorageAPI", "StorageLayers", "FeatureModel"]),
    target("FaultKit", path: "Tests/Support/FaultKit", ["FeatureModel", "StorageAPI", "CNcurses", "CProcess"]),
    .executableTarget(
        name: "KafkaMockBroker", dependencies: ["CRdKafka"], path: "Tests/Support/KafkaMockBroker",
        swiftSettings: swiftSettings),
    target("ScreenTestKit", path: "Tests/Support/ScreenTestKit", ["ConsoleKit", "TextCanvas", "Themes"]),
]

let testTargets: [Target] = [
    tests(for: "FeatureModel"),
    tests(for: "FeastProtos", [protobuf]),
    tests(for: "TextCanvas", ["CNcurses"]),
    tests(for: "RowCoding", ["FeatureModel", "FeastProtos", protobuf]),
    tests(for: "RowFiles", ["FeatureModel", "FaultKit"]),
    tests(for: "Documents", ["FeatureModel"]),
    tests(for: "StorageContract", ["StorageAPI", "StorageLayers", "FeatureModel"]),
    tests(for: "StorageLayers", ["StorageAPI", "StorageContract", "FeatureModel", "FaultKit"]),
    tests(for: "SQLiteAccess", ["FaultKit"]),
    tests(for: "LocalState", ["FeatureModel", "FaultKit", grdb]),
    tests(for: "Operations", ["FeatureModel"]),
    tests(for: "Themes", ["TextCanvas"]),
    tests(for: "CursesTerminal", ["TextCanvas", "CNcurses", "FaultKit"]),
    tests(for: "SQLiteConnector", ["StorageContract", "StorageAPI", "FeatureModel", "FaultKit", "SQLiteAccess"]),
    tests(
        for: "RedisConnector",
        ["StorageContract", "StorageAPI", "StorageLayers", "FeatureModel", "RowCoding", "FaultKit"]),
    tests(for: "LocalLogConnector", ["StorageContract", "StorageAPI", "FeatureModel", "FaultKit", "SQLiteAccess"]),
    tests(
        for: "KafkaConnector",
        ["StorageContract", "StorageAPI", "FeatureModel", "FaultKit", "CRdKafka", "KafkaMockBroker"]),
    tests(for: "Registry", ["FeatureModel", "LocalState", "FaultKit"]),
    tests(for: "Ingestion", ["FeatureModel", "StorageAPI", "RowCoding", "RowFiles", "StorageContract", "FaultKit"]),
    tests(for: "MetricsExport", ["FeatureModel", "StorageAPI", "Ingestion", "FaultKit", metrics, log]),
    tests(for: "Retrieval", ["FeatureModel", "StorageAPI", "RowFiles", "StorageContract", "FaultKit"]),
    tests(for: "ConsoleKit", ["TextCanvas", "Themes", "ScreenTestKit"], exclude: ["Goldens"]),
    tests(for: "ConnectorCatalog", ["StorageAPI"]),
    tests(
        for: "Services",
        [
            "FeatureModel", "Operations", "StorageAPI", "LocalState", "Registry", "Documents", "Ingestion",
            "ConnectorCatalog", "StorageContract", "StorageLayers", "MetricsExport", "FaultKit", log,
        ]),
    tests(
        for: "Screens",
        ["Showcase", "ConsoleKit", "ScreenTestKit", "Operations", "FeatureModel", "TextCanvas", "Themes"],
        exclude: [
            "Stores/Goldens", "FeatureSets/Goldens", "Jobs/Goldens", "Online/Goldens", "Exports/Goldens",
            "DeadLetters/Goldens",
        ]),
    .testTarget(
        name: "LarderTests",
        dependencies: [
            "larder", "FaultKit", "FeatureModel", "Operations", "Documents", "SQLiteAccess", "Showcase", "TextCanvas",
            "Services", "ConsoleKit", "Themes", arguments,
        ],
        exclude: ["Data"], swiftSettings: swiftSettings),
]

let package = Package(
    name: "larder",
    products: [
        .executable(name: "larder", targets: ["larder"]),
        .executable(name: "larder-bench", targets: ["larder-bench"]),
        .library(name: "StorageAPI", targets: ["StorageAPI", "FeatureModel"]),
        .library(name: "StorageContract", targets: ["StorageContract"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: ground + firstFloor + secondFloor + thirdFloor + roof + testSupport + testTargets
)
