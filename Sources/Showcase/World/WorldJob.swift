import FeatureModel
import Operations

/// An ingestion job that lives: its counters grow and its orders are carried out as time passes.
struct WorldJob: Sendable {
    /// How long ending and starting take.
    static let endingTime: Int64 = 4
    static let startingTime: Int64 = 3

    private(set) var job: Job
    private(set) var statusSince: Timestamp
    private(set) var events: [JobEvent]
    private(set) var isLost: Bool
    private let baseCounters: JobCounters
    private let baseTime: Timestamp
    private(set) var rate: Double?

    init(_ plan: JobPlan, sets: [FeatureSetReference], start: Timestamp, seed: UInt64) {
        var random = SeededRandom(seed: seed, for: plan.id.rawValue)
        let since = start.advanced(by: .seconds(-plan.minutesInStatus * 60 - Int64(random.below(50))))
        let created = since.advanced(by: .seconds(-Int64(86_400 + random.below(30 * 86_400))))
        var job = Job(
            id: plan.id, source: FeatureSetWriter.source(topic: plan.topic), store: plan.store, featureSets: sets,
            createdAt: plan.status == .pending ? since : created)
        job.status = plan.status
        job.desired = [.aborting, .aborted].contains(plan.status) ? .stopped : .running
        job.lagSeconds = plan.lag
        job.lagRows = plan.lag.map { $0 * Int64(plan.rate ?? 1) / 2 }
        job.lastError = plan.error
        if plan.status != .pending { job.startedAt = plan.status == .running ? since : created }
        if [.running, .aborting].contains(plan.status) {
            job.worker = WorkerIdentity(host: "worker-\(1 + random.below(4))", pid: Int32(2_000 + random.below(60_000)))
            job.heartbeatAt = start.advanced(by: .seconds(plan.isLost ? -94 : -1))
        }
        job.restarts = plan.id == "ing-2b77" ? 1 : Int64(random.below(2))
        if plan.status != .pending { job.counters = Self.counters(plan, &random) }
        self.job = job
        rate = plan.rate
        statusSince = since
        isLost = plan.isLost
        baseCounters = job.counters
        baseTime = start
        events = Self.history(plan, job, since)
    }

    /// A job that was started just now.
    init(id: JobID, source: SourceDefinition, store: StoreName, sets: [FeatureSetReference], at now: Timestamp) {
        job = Job(id: id, source: source, store: store, featureSets: sets, createdAt: now)
        statusSince = now
        isLost = false
        baseCounters = JobCounters()
        baseTime = now
        rate = 120
        events = [JobEvent(at: now, from: nil, to: .pending, by: "operator", reason: "started by hand")]
    }

    /// The job as it is at a moment.
    func summary(at now: Timestamp, deadLetters: Int64) -> JobSummary {
        var current = job
        let elapsed = Double(max(0, now.wholeSeconds(since: baseTime)))
        if job.status == .running, !isLost, let rate {
            current.counters.rowsRead = baseCounters.rowsRead + Int64(elapsed * rate)
            current.counters.rowsWritten = baseCounters.rowsWritten + Int64(elapsed * rate)
            current.heartbeatAt = max(job.heartbeatAt ?? now, now.advanced(by: .seconds(-1)))
        }
        let isWorking = job.status == .running || job.status == .aborting
        return JobSummary(
            job: current, rowsPerSecond: isWorking ? rate : (job.status == .error ? 0 : nil),
            eventLag99: isWorking ? job.lagSeconds.map { $0 * 1_000 } : nil,
            deadLetters24h: deadLetters, statusSince: statusSince, hasLostHeartbeat: isLost && job.status == .running)
    }

    /// Carries out what was ordered, as far as time has passed. The job that was found aborting stays so: it is the one
    /// that takes longer than usual.
    mutating func settle(_ now: Timestamp) {
        let waited = now.wholeSeconds(since: statusSince)
        switch job.status {
        case .aborting where waited >= Self.endingTime && job.id != "ing-91c0":
            become(
                .aborted, at: statusSince.advanced(by: .seconds(Self.endingTime)), by: "worker",
                "it was ordered to stop")
        case .suspending where waited >= Self.endingTime:
            become(
                .suspended, at: statusSince.advanced(by: .seconds(Self.endingTime)), by: "worker",
                "it was ordered to pause")
        case .pending where waited >= Self.startingTime && job.id != "ing-e810":
            become(
                .running, at: statusSince.advanced(by: .seconds(Self.startingTime)), by: "worker", "its worker started")
        default: return
        }
    }

    /// Orders the job to end.
    mutating func stop(at now: Timestamp) -> OrderOutcome {
        let id = job.id.rawValue
        if job.status.isTerminal {
            return OrderOutcome(target: id, result: .skipped, message: "it is \(job.status.rawValue) already")
        }
        if job.status == .aborting {
            return OrderOutcome(target: id, result: .skipped, message: "it is stopping already")
        }
        job.desired = .stopped
        become(.aborting, at: now, by: "operator", "stopped by hand")
        return OrderOutcome(target: id, result: .done, message: "it ends after the batch it is writing")
    }

    /// Orders the job to begin anew.
    mutating func restart(at now: Timestamp) -> OrderOutcome {
        let id = job.id.rawValue
        if job.status == .pending {
            return OrderOutcome(target: id, result: .skipped, message: "it is starting already")
        }
        if job.status == .aborting {
            return OrderOutcome(
                target: id, result: .failed, message: "it is still stopping; try again when it has ended")
        }
        job.desired = .running
        job.generation += 1
        job.lastError = nil
        isLost = false
        rate = rate ?? 240
        become(.pending, at: now, by: "operator", "restarted by hand")
        return OrderOutcome(target: id, result: .done, message: "it goes on from the committed position")
    }

    /// Orders the job to pause.
    mutating func suspend(at now: Timestamp) -> OrderOutcome {
        let id = job.id.rawValue
        guard job.status == .running else {
            return OrderOutcome(target: id, result: .failed, message: "it is \(job.status.rawValue), not RUNNING")
        }
        become(.suspending, at: now, by: "operator", "suspended by hand")
        return OrderOutcome(target: id, result: .done, message: "it pauses after the batch it is writing")
    }

    /// Orders the job to go on.
    mutating func resume(at now: Timestamp) -> OrderOutcome {
        let id = job.id.rawValue
        guard job.status == .suspended else {
            return OrderOutcome(target: id, result: .skipped, message: "it is not suspended: \(job.status.rawValue)")
        }
        job.desired = .running
        rate = rate ?? 240
        become(.pending, at: now, by: "operator", "resumed by hand")
        return OrderOutcome(target: id, result: .done, message: "it goes on from the committed position")
    }

    private mutating func become(_ status: JobStatus, at time: Timestamp, by who: String, _ reason: String) {
        events.insert(JobEvent(at: time, from: job.status, to: status, by: who, reason: reason), at: 0)
        job.status = status
        statusSince = time
        if status == .running { job.startedAt = time }
    }

    private static func counters(_ plan: JobPlan, _ random: inout SeededRandom) -> JobCounters {
        let written = Int64(Double(plan.rate ?? 900) * 86_400 * (1 + Double(random.below(60)) / 7))
        let failed = LetterGroupPlan.all.filter { $0.job == plan.id }.reduce(0) { $0 + $1.count }
        let ignored = Int64(random.below(4)) * 1_117
        return JobCounters(
            rowsRead: written + failed + ignored, rowsWritten: written, rowsFailed: failed, rowsIgnored: ignored)
    }

    private static func history(_ plan: JobPlan, _ job: Job, _ since: Timestamp) -> [JobEvent] {
        let created = job.createdAt
        var events = [
            JobEvent(at: created, from: nil, to: .pending, by: "reconciler", reason: "\(plan.store) subscribes to it")
        ]
        guard plan.status != .pending else { return events }
        let begun = plan.status == .running ? since : created.advanced(by: .seconds(6))
        events.insert(
            JobEvent(at: begun, from: .pending, to: .running, by: "worker", reason: "its worker started"), at: 0)
        guard plan.status != .running else { return events }
        let reasons: [JobStatus: (String, String)] = [
            .error: ("worker", plan.error ?? ""), .aborting: ("operator", "stopped by hand"),
            .aborted: ("operator", "stopped by hand"), .completed: ("worker", "the source has ended"),
            .suspended: ("operator", "suspended for the migration of redis-eu"),
            .unknown: ("reconciler", "its worker was not heard of for 60 s"),
        ]
        let (who, reason) = reasons[plan.status] ?? ("worker", "")
        events.insert(JobEvent(at: since, from: .running, to: plan.status, by: who, reason: reason), at: 0)
        return events
    }
}
