import Dispatch
public import Documents
import FeatureModel
public import LocalState
public import Operations
import Registry
public import StorageAPI
import StorageLayers

/// A workspace that was opened: its configuration, its job-state database, its stores and sources. Everything in it is
/// checked; a workspace with a fault does not open.
public struct Workspace: Sendable {
    /// What doors need to know of it.
    public let summary: WorkspaceSummary
    /// What its configuration says, or the defaults.
    public let configuration: WorkspaceConfiguration
    /// The folder of the job-state database, logs and embedded stores, absolute.
    public let stateDirectory: String
    /// The folder of the workers' logs, absolute.
    public var logDirectory: String { "\(stateDirectory)/logs" }
    /// The job-state database.
    public let database: StateDatabase
    /// The stores.
    public let stores: StoreDirectory
    /// What the services need of the world outside.
    public let environment: ServiceEnvironment
    /// How long things take.
    public let terms: ServiceTerms

    /// Counts what stores and sources are asked.
    let meter: StoreMeter
    let sources: SourceDirectory
    let connectors: ConnectorIndex
    let storeRegistry: StoreRegistry
    private let request: WorkspaceRequest

    /// Opens a workspace. One without a configuration has the defaults; its folders are made where they are missing.
    ///
    /// - Parameters:
    ///   - request: which one.
    ///   - connectors: the cards of all connectors.
    ///   - environment: the world outside.
    ///   - terms: how long things take.
    /// - Throws: `invalid` for a fault in the configuration, with file, line and key; what the database says.
    public static func open(
        _ request: WorkspaceRequest, connectors cards: [ConnectorCard], environment: ServiceEnvironment,
        terms: ServiceTerms = ServiceTerms()
    ) async throws(OperationError) -> Workspace {
        let place = request.place
        let connectors = ConnectorIndex(cards: cards)
        let file = try checkedFile(in: place, connectors, environment)
        let state = file.configuration.state.map { AbsolutePath.of($0, in: place.directory) } ?? place.stateDirectory
        let database = try await openDatabase(at: "\(state)/larder.db")
        return try await Workspace(
            request, file: file, state: state, database: database, connectors: connectors, environment: environment,
            terms: terms)
    }

    /// The same workspace with its configuration read anew, on the same database: what a process that lives long needs
    /// to see changes of the file. Its stores and sources are opened anew; close them with ``closePlugs()``.
    func rereadingConfiguration() async throws(OperationError) -> Workspace {
        let (place, connectors, environment) = (request.place, connectors, environment)
        let file = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(OperationError) in
                        try Self.checkedFile(in: place, connectors, environment)
                    })
            }
        }
        return try await Workspace(
            request, file: try file.get(), state: stateDirectory, database: database, connectors: connectors,
            environment: environment, terms: terms)
    }

    private static func checkedFile(
        in place: WorkspacePlace, _ connectors: ConnectorIndex, _ environment: ServiceEnvironment
    ) throws(OperationError) -> ConfigurationFile {
        let file = try ConfigurationFile.read(in: place.directory, variables: environment.variables)
        do throws(DocumentError) {
            try ConfigurationCheck(connectors: connectors, isReadableByOthers: file.isReadableByOthers).check(file)
        } catch {
            throw OperationError(error)
        }
        return file
    }

    private static func openDatabase(at path: String) async throws(OperationError) -> StateDatabase {
        do throws(LocalStateError) {
            return try await StateDatabase.open(at: path)
        } catch {
            throw OperationError(error)
        }
    }

    private init(
        _ request: WorkspaceRequest, file: ConfigurationFile, state: String, database: StateDatabase,
        connectors: ConnectorIndex, environment: ServiceEnvironment, terms: ServiceTerms
    ) async throws(OperationError) {
        let meter = StoreMeter()
        let opener = PlugOpener(meter: meter, clock: environment.clock, randomness: environment.randomness)
        let places = PlaceRule(workspaceDirectory: request.place.directory, stateDirectory: state)
        let registry = Self.storeRegistry(file, connectors, database, environment)
        let listing = StoreListing(
            configured: file.configuration.stores, configurationPath: file.configuration.file, registry: registry,
            connectors: connectors, opener: opener, places: places, variables: environment.variables)
        self.request = request
        self.configuration = file.configuration
        self.stateDirectory = state
        self.database = database
        self.environment = environment
        var settled = terms
        if file.configuration.restarts != RestartPolicy() { settled.restarts = file.configuration.restarts }
        self.terms = settled
        self.connectors = connectors
        self.meter = meter
        self.storeRegistry = registry
        self.stores = StoreDirectory { () async throws(OperationError) in try await listing.entries() }
        self.sources = SourceDirectory(
            connectors: connectors, opener: opener, places: places, variables: environment.variables)
        self.summary = Self.summary(of: request, file.configuration)
        do throws(RegistryError) {
            try await ProjectRegistry(database: database, now: environment.wallClock).prepare()
        } catch {
            throw OperationError(error)
        }
    }

    private static func storeRegistry(
        _ file: ConfigurationFile, _ connectors: ConnectorIndex, _ database: StateDatabase,
        _ environment: ServiceEnvironment
    ) -> StoreRegistry {
        let places = file.configuration.stores.map { store in
            (store.definition.name, store.line.map { "\(file.path):\($0)" } ?? "the built-in configuration")
        }
        return StoreRegistry(
            database: database, configured: Dictionary(places) { first, _ in first },
            secretKeys: { definition in
                Set(connectors.card(definition.type)?.settings.filter(\.isSecret).map(\.key) ?? [])
            }, now: environment.wallClock)
    }

    private static func summary(
        of request: WorkspaceRequest, _ configuration: WorkspaceConfiguration
    ) -> WorkspaceSummary {
        let directory = request.place.directory
        return WorkspaceSummary(
            name: directory.split(separator: "/").last.map(String.init) ?? "/", directory: directory,
            configurationPath: configuration.file, defaultProject: request.project ?? configuration.project,
            isReadOnly: request.isReadOnly || configuration.isReadOnly, asOf: configuration.asOf)
    }

    /// The source of feature sets that name none.
    var defaultSource: SourceDefinition { configuration.source.kept }

    /// The feature sets, under the rules of the registry.
    var featureSets: FeatureSetRegistry {
        FeatureSetRegistry(
            database: database, defaultSource: defaultSource, now: environment.wallClock)
    }

    /// Refuses, where nothing may be changed.
    func refuseReadOnly() throws(OperationError) {
        if summary.isReadOnly { throw .readOnly }
    }

    /// Closes stores, sources and database.
    public func close() async {
        await closePlugs()
        await database.close()
    }

    /// Closes stores and sources only.
    func closePlugs() async {
        await stores.close()
        await sources.close()
    }
}
