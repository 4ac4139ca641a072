public import FeatureModel

/// How long things take, and how often others are done.
public struct ServiceTerms: Sendable, Hashable {
    /// How long a worker that is not heard of keeps its job or export.
    public var lease: Duration
    /// How often a worker gives a sign of life.
    public var heartbeat: Duration
    /// How often another process's writes to the job-state database are looked for.
    public var look: Duration
    /// How long an answer about a store's health counts.
    public var healthAge: Duration
    /// A store that takes longer than this to answer is slow.
    public var slowness: Duration
    /// How often `ingest --wait` says again that a store is down.
    public var notice: Duration
    /// How often jobs are reconciled while somebody waits for them, and by the console.
    public var reconciliation: Duration

    /// How often a worker keeps a sample of how its job is doing.
    public var sampling: Duration
    /// When failed jobs are tried again.
    public var restarts: RestartPolicy

    /// Makes terms; the defaults are those of real life.
    public init(
        lease: Duration = .seconds(15), heartbeat: Duration = .seconds(3), look: Duration = .milliseconds(250),
        healthAge: Duration = .seconds(10), slowness: Duration = .milliseconds(250), notice: Duration = .seconds(10),
        reconciliation: Duration = .seconds(5), sampling: Duration = .seconds(10),
        restarts: RestartPolicy = RestartPolicy()
    ) {
        self.lease = lease
        self.heartbeat = heartbeat
        self.look = look
        self.healthAge = healthAge
        self.slowness = slowness
        self.notice = notice
        self.reconciliation = reconciliation
        self.sampling = sampling
        self.restarts = restarts
    }
}
