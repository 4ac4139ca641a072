import ConnectorCatalog
import FaultKit
import FeatureModel
import Foundation
import Ingestion
import Logging
import Operations
import StorageAPI
import StorageContract
import Synchronization

@testable import Services

/// A workspace in a folder of its own, whose workers run as tasks of the test: every one opens the workspace anew, under a
/// process id of its own, as a real worker does.
final class TestWorkspace: Sendable {
    static let start = Timestamp(seconds: 1_400_000_000)

    private struct State {
        var alive: Set<Int32> = [1]
        var nextPid: Int32 = 100
        var workers: [Task<Void, Never>] = []
        var launched: [WorkerTask] = []
        var shutdowns: [StopSignal] = []
        var now = TestWorkspace.start
    }

    let folder: TemporaryFolder
    let memory = MemoryServer()
    /// False keeps workers from really running: they are only noted.
    private let runsWorkers: Bool
    private let isReadOnly: Bool
    private let state = Mutex(State())
    private let terms: ServiceTerms

    /// Those of production, but that nobody waits long for a look at the ledger, and a slow machine is not a slow store.
    static let promptTerms = ServiceTerms(
        lease: .seconds(15), heartbeat: .milliseconds(50), look: .milliseconds(10), slowness: .seconds(3_600),
        notice: .seconds(10), reconciliation: .milliseconds(50), sampling: .milliseconds(50))

    init(
        configuration: String? = nil, runsWorkers: Bool = true, isReadOnly: Bool = false,
        folder: TemporaryFolder? = nil, terms: ServiceTerms = TestWorkspace.promptTerms
    ) throws {
        self.folder = try folder ?? TemporaryFolder()
        self.runsWorkers = runsWorkers
        self.isReadOnly = isReadOnly
        self.terms = terms
        if let configuration { try write("larder.yaml", configuration) }
    }

    /// Configurations whose stores and source are in memory.
    static func configuration(stores: [String] = ["online"], extra: String = "") -> String {
        var text = "source: {type: MEMORY, config: {name: log}}\n\(extra)stores:\n"
        for store in stores {
            text += "  - {name: \(store), type: MEMORY, config: {name: \(store)},"
            text += " subscriptions: [{project: \"*\", name: \"*\"}]}\n"
        }
        return text
    }

    static let weatherYAML = """
        kind: feature_set
        spec:
          project: nyc
          name: weather
          entities: [{name: origin, valueType: STRING}]
          features: [{name: temp, valueType: DOUBLE}, {name: wind, valueType: INT64}]
          maxAge: 7200s

        """

    static let weather = FeatureSetReference(project: "nyc", name: "weather")

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let path = "\(folder.path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        chmod(path, 0o600)
        return path
    }

    /// Opens the workspace as a process.
    func open(pid: Int32 = 1, variables: [String: String] = [:]) async throws(OperationError) -> Workspace {
        let place = WorkspacePlace(directory: folder.path, stateDirectory: "\(folder.path)/state", isNamed: true)
        return try await Workspace.open(
            WorkspaceRequest(place: place, isReadOnly: isReadOnly),
            connectors: ConnectorCatalog.builtIn + [memory.card],
            environment: ServiceEnvironment(
                variables: variables, clock: ContinuousClock(), wallClock: { self.now() },
                process: WorkerIdentity(host: "here", pid: pid),
                isAlive: { pid in self.state.withLock { $0.alive.contains(pid) } },
                launch: { task async throws(OperationError) in self.launch(task) }, randomness: { 0.5 },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }),
            terms: terms)
    }

    /// The wall clock ticks a microsecond with every look.
    func now() -> Timestamp {
        state.withLock { state in
            state.now = Timestamp(seconds: state.now.seconds, nanoseconds: state.now.nanoseconds + 1_000)
            return state.now
        }
    }

    func advance(seconds: Int64) {
        state.withLock { state in
            state.now = Timestamp(seconds: state.now.seconds + seconds, nanoseconds: state.now.nanoseconds)
        }
    }

    var launched: [WorkerTask] { state.withLock { $0.launched } }

    /// Lets a process die, without a word.
    func kill(pid: Int32) { state.withLock { _ = $0.alive.remove(pid) } }
    func revive(pid: Int32) { state.withLock { _ = $0.alive.insert(pid) } }

    private func launch(_ task: WorkerTask) -> Int32 {
        let shutdown = StopSignal()
        let pid = state.withLock { state -> Int32 in
            state.nextPid += 1
            state.launched.append(task)
            state.alive.insert(state.nextPid)
            state.shutdowns.append(shutdown)
            return state.nextPid
        }
        guard runsWorkers else { return pid }
        let worker = Task {
            await self.work(task, pid: pid, until: shutdown)
            self.kill(pid: pid)
        }
        state.withLock { $0.workers.append(worker) }
        return pid
    }

    /// What the worker ends with, the ledger tells.
    private func work(_ task: WorkerTask, pid: Int32, until shutdown: StopSignal) async {
        guard let workspace = try? await open(pid: pid) else { return }
        var limits = IngestionLimits(batchRecords: 50, readingWait: .milliseconds(20))
        limits.patience = RetryPolicy(maxRetries: .max, initialBackoff: .milliseconds(5), maxBackoff: .milliseconds(5))
        switch task {
        case .job(let id): _ = try? await JobWorker(workspace: workspace, limits: limits).run(id, until: shutdown)
        case .export: try? await WorkerProcess.run(task, in: workspace, until: shutdown)
        }
        await workspace.close()
    }

    /// Asks all workers to end, and waits until they did.
    func finish() async {
        while let (workers, shutdowns) = takeWorkers() {
            for shutdown in shutdowns { shutdown.raise(.shutdown) }
            for worker in workers { await worker.value }
        }
    }

    /// Waits until all workers have ended by themselves.
    func workersEnded() async {
        while let (workers, _) = takeWorkers() {
            for worker in workers { await worker.value }
        }
    }

    private func takeWorkers() -> ([Task<Void, Never>], [StopSignal])? {
        state.withLock { state in
            guard !state.workers.isEmpty else { return nil }
            defer { state.workers = [] }
            return (state.workers, state.shutdowns)
        }
    }

    /// A store of the configurations in memory.
    func store(_ name: String) -> MemoryStore {
        memory.store(
            at: ConnectorCard.Place(store: StoreName(name), config: ["name": name], directory: folder.path))
    }

    /// A CSV file of good weather rows.
    func weatherFile(rows: Int, bad: Set<Int> = [], name: String = "weather.csv") throws -> String {
        var text = "event_timestamp,origin,temp,wind\n"
        for row in 0..<rows {
            text += "2013-01-01T00:\(row / 60 % 60 < 10 ? "0" : "")\(row / 60 % 60):"
            text += "\(row % 60 < 10 ? "0" : "")\(row % 60)Z,A\(row),"
            text += bad.contains(row) ? "cold,1\n" : "\(row).5,\(row)\n"
        }
        return try write(name, text)
    }
}
