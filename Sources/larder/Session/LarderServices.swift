import ConnectorCatalog
import FeatureModel
import Glibc
import Logging
import Operations
import Services

/// The services over an opened workspace, wired to the world outside.
struct LarderServices: Sendable {
    /// Where logs go.
    enum Destination: Sendable {
        /// Nowhere: commands and the console tell what matters themselves.
        case none
        /// Standard error, for `--verbose`.
        case standardError
        /// Standard error as workers have it: their log file.
        case worker
    }

    /// The workspace.
    let workspace: Workspace
    /// What can be asked.
    let operations: Operations

    /// Opens the workspace that the options name.
    static func open(
        _ options: WorkspaceOptions, logging destination: Destination
    ) async throws(OperationError) -> LarderServices {
        let variables = RunningProgram.variables
        let place = options.place
        let request = WorkspaceRequest(
            place: place, isReadOnly: options.readOnly, project: options.project.map { ProjectName($0) })
        let logDirectory = LogDirectory()
        let workspace = try await Workspace.open(
            request, connectors: ConnectorCatalog.builtIn,
            environment: environment(place, variables, destination, logDirectory))
        logDirectory.path = workspace.logDirectory
        return LarderServices(workspace: workspace, operations: LiveOperations.make(workspace))
    }

    /// Gives everything back.
    func close() async { await workspace.close() }

    private static func environment(
        _ place: WorkspacePlace, _ variables: [String: String], _ destination: Destination, _ logs: LogDirectory
    ) -> ServiceEnvironment {
        let workers = DetachedWorkers(
            executable: DetachedWorkers.executablePath(variables: variables),
            workspaceArguments: place.isNamed ? ["--workspace", place.directory] : [],
            logDirectory: { logs.path })
        return ServiceEnvironment(
            variables: variables, clock: ContinuousClock(), wallClock: SystemTime.now,
            process: WorkerIdentity(host: RunningProgram.host, pid: getpid()), isAlive: DetachedWorkers.isAlive,
            launch: { task async throws(OperationError) in try await workers.launch(task) },
            logger: logger(destination))
    }

    /// The world of a worker that has no workspace; it launches nothing.
    static func workerEnvironment() -> ServiceEnvironment {
        ServiceEnvironment(
            variables: RunningProgram.variables, clock: ContinuousClock(), wallClock: SystemTime.now,
            process: WorkerIdentity(host: RunningProgram.host, pid: getpid()), isAlive: DetachedWorkers.isAlive,
            launch: { task async throws(OperationError) in
                throw OperationError(.refused, "a worker launches nothing", target: task.name)
            }, logger: logger(.worker))
    }

    private static func logger(_ destination: Destination) -> Logger {
        Logger(label: "larder") { _ -> any LogHandler in
            switch destination {
            case .none: SwiftLogNoOpLogHandler()
            case .standardError: WorkerLogHandler(logLevel: .debug, wallClock: SystemTime.now)
            case .worker: WorkerLogHandler(isRotating: true, wallClock: SystemTime.now)
            }
        }
    }
}
