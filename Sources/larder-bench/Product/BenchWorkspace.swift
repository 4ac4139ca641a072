import ConnectorCatalog
import FeatureModel
import Foundation
import Logging
import Operations
import Services
import StorageAPI
import Synchronization

/// A workspace with one SQLite store and the station readings registered, opened as the program opens it.
struct BenchWorkspace: Sendable {
    let directory: String
    let workspace: Workspace
    let operations: Operations

    static let storeName: StoreName = "history"

    /// The database file of the store.
    static func storePath(in directory: String) -> String { "\(directory)/history.db" }

    /// Makes a new workspace in a folder of its own, with an empty store.
    static func make(in directory: String) async throws -> BenchWorkspace {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let configuration = """
            project: bench
            source: {type: LOCAL, config: {path: "\(directory)/log.db"}}
            stores:
              - name: \(storeName)
                type: SQLITE
                config: {path: "\(storePath(in: directory))"}
                subscriptions: [{project: "*", name: "*"}]

            """
        try configuration.write(toFile: "\(directory)/larder.yaml", atomically: false, encoding: .utf8)
        let made = try await open(directory)
        _ = try await made.operations.featureSets.apply(StationSet.document, "bench.yaml", false)
        return made
    }

    /// Opens a workspace that was made before. Workers are not started as processes: who measures runs their work here.
    static func open(_ directory: String) async throws -> BenchWorkspace {
        let environment = ServiceEnvironment(
            variables: [:], clock: ContinuousClock(), wallClock: { WallClock.now() },
            process: WorkerIdentity(host: "bench", pid: getpid()), isAlive: { kill($0, 0) == 0 },
            launch: { _ in getpid() }, logger: Logger(label: "larder.bench") { _ in SwiftLogNoOpLogHandler() })
        let place = WorkspacePlace(directory: directory, stateDirectory: "\(directory)/state", isNamed: true)
        let workspace = try await Workspace.open(
            WorkspaceRequest(place: place), connectors: ConnectorCatalog.builtIn, environment: environment)
        return BenchWorkspace(
            directory: directory, workspace: workspace, operations: LiveOperations.make(workspace))
    }

    /// Has the connector make the table of the station readings.
    func prepareStore() async throws {
        let card = try Self.card("SQLITE")
        guard let openSink = card.openSink else { throw BenchFailure("SQLITE has no sink") }
        let sink = try await openSink(
            ConnectorCard.Place(
                store: Self.storeName, config: ["path": Self.storePath(in: directory)], directory: directory))
        try await sink.prepareWrite(StationSet.definition)
        await sink.close()
    }

    func close() async { await workspace.close() }

    static func card(_ type: String) throws -> ConnectorCard {
        guard let card = ConnectorCatalog.builtIn.first(where: { $0.type == type }) else {
            throw BenchFailure("there is no connector \(type)")
        }
        return card
    }
}
