public import FeatureModel
public import Logging

/// Everything that the services need of the world outside: clocks, names, variables, and a way to start processes.
public struct ServiceEnvironment: Sendable {
    /// The environment variables, for `${VAR}` in configurations.
    public let variables: [String: String]
    /// For waiting.
    public let clock: any Clock<Duration>
    /// For dates.
    public let wallClock: @Sendable () -> Timestamp
    /// This process.
    public let process: WorkerIdentity
    /// True while a process of this host is alive.
    public let isAlive: @Sendable (Int32) -> Bool
    /// Starts a worker, detached, and answers with its process id.
    public let launch: WorkerLauncher
    /// Uniform in 0..<1; spreads waiting times.
    public let randomness: @Sendable () -> Double
    /// Gets what is worth knowing and not thrown.
    public let logger: Logger

    /// Makes an environment.
    public init(
        variables: [String: String], clock: any Clock<Duration>, wallClock: @escaping @Sendable () -> Timestamp,
        process: WorkerIdentity, isAlive: @escaping @Sendable (Int32) -> Bool, launch: @escaping WorkerLauncher,
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, logger: Logger
    ) {
        self.variables = variables
        self.clock = clock
        self.wallClock = wallClock
        self.process = process
        self.isAlive = isAlive
        self.launch = launch
        self.randomness = randomness
        self.logger = logger
    }
}
