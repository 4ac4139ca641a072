public import FeatureModel
public import Operations
import Synchronization

/// An invented feature store behind the ordinary operations: for pictures, for tests of screens, for trying the console
/// without a server. The same scenario and clock give the same answers, to the byte; orders change the world in memory
/// and are remembered in ``orders``.
public final class Showcase: Sendable {
    private let world: Mutex<World>
    private let gate = LoadGate()
    private let bell = ChangeBell()
    private let scenario: ShowcaseScenario
    private let clock: @Sendable () -> Timestamp

    /// Makes a world.
    ///
    /// - Parameters:
    ///   - scenario: which one.
    ///   - clock: the time; what moves (counters, orders being carried out) moves by it.
    public init(
        _ scenario: ShowcaseScenario = ShowcaseScenario(),
        clock: @escaping @Sendable () -> Timestamp = { ShowcaseScenario.usualTime }
    ) {
        self.scenario = scenario
        self.clock = clock
        world = Mutex(World(scenario, start: clock()))
    }

    /// The operations of a new world, for whoever needs nothing but them.
    public static func operations(
        _ scenario: ShowcaseScenario = ShowcaseScenario(),
        clock: @escaping @Sendable () -> Timestamp = { ShowcaseScenario.usualTime }
    ) -> Operations {
        Showcase(scenario, clock: clock).operations
    }

    /// Every call so far that changed something, or was refused to.
    public var orders: [ShowcaseOrder] { world.withLock { $0.orders } }

    /// Makes a store not answer any more, or answer again.
    public func setStore(_ name: StoreName, isDown: Bool) {
        world.withLock { world in
            if isDown { world.downStores.insert(name) } else { world.downStores.remove(name) }
        }
        bell.ring()
    }

    /// Makes every question fail, or succeed again.
    public func setReachable(_ isReachable: Bool) {
        world.withLock { $0.isUnreachable = !isReachable }
    }

    /// Lets questions wait from now on.
    public func hold() {
        gate.close()
    }

    /// Answers the questions that wait.
    public func release() {
        gate.open()
    }

    /// What a door may ask of this world.
    public var operations: Operations {
        Operations(
            workspace: WorkspaceSummary(
                name: "prod-eu", directory: "/srv/larder/prod-eu",
                configurationPath: "/srv/larder/prod-eu/larder.yaml", defaultProject: "risk",
                isReadOnly: scenario.isReadOnly, asOf: scenario.asOf),
            now: clock, connectors: ShowcaseConnectors.all, stores: storeOperations, projects: projectOperations,
            featureSets: featureSetOperations, jobs: jobOperations, ingest: ingestOperations,
            online: onlineOperations, exports: exportOperations, deadLetters: deadLetterOperations,
            changes: { self.bell.listen() })
    }

    /// Looks at the world, when the gate lets the question pass.
    func ask<Answer: Sendable>(
        _ question: @Sendable (inout World, Timestamp) throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        await gate.pass()
        guard !Task.isCancelled else { throw OperationError(.interrupted, "nobody waits for the answer any more") }
        let now = clock()
        let result = world.withLock { world -> Result<Answer, OperationError> in
            world.settle(now)
            do throws(OperationError) {
                try world.checkReachable()
                return .success(try question(&world, now))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Changes the world, and says so.
    func order<Answer: Sendable>(
        _ change: @Sendable (inout World, Timestamp) throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        let answer = try await ask(change)
        bell.ring()
        return answer
    }

    /// Looks at the world at once.
    func look<Answer>(_ question: (World, Timestamp) -> Answer) -> Answer {
        let world = world.withLock { $0 }
        return question(world, clock())
    }

    /// Lets a question that cannot fail wait like the others.
    func wait() async {
        await gate.pass()
    }
}
