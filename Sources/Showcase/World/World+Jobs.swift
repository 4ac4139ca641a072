import FeatureModel
import Operations

extension World {
    /// Jobs that a query means, troubled ones first.
    func jobSummaries(_ query: JobQuery, _ now: Timestamp) -> [JobSummary] {
        let order: [JobStatus] = [
            .error, .aborting, .unknown, .pending, .running, .suspending, .suspended, .completed, .aborted,
        ]
        func place(_ summary: JobSummary) -> Int { order.firstIndex(of: summary.job.status) ?? order.count }
        return jobs.filter { entry in
            (query.store == nil || query.store == entry.job.store)
                && (query.featureSet.map { entry.job.featureSets.contains($0) } ?? true)
                && !(query.activeOnly && entry.job.status.isTerminal)
        }.map { summary($0, now) }.sorted { (place($0), $0.job.id) < (place($1), $1.job.id) }
    }

    /// One job.
    func jobSummary(_ id: JobID, _ now: Timestamp) throws(OperationError) -> JobSummary {
        summary(jobs[try index(of: id)], now)
    }

    /// A job's history.
    func jobHistory(_ id: JobID) throws(OperationError) -> [JobEvent] { jobs[try index(of: id)].events }

    /// How a job has been doing.
    func jobMetrics(_ id: JobID, _ now: Timestamp) throws(OperationError) -> JobMetrics {
        jobs[try index(of: id)].metrics(at: now, seed: scenario.seed)
    }

    /// A job's log.
    func jobLog(_ id: JobID, from: Int64?, _ maxLines: Int, _ now: Timestamp) throws(OperationError) -> LogChunk {
        let entry = jobs[try index(of: id)]
        let isAlive = entry.job.status == .running && !entry.isLost
        return JobLogText(job: entry.job, start: start, seed: scenario.seed)
            .chunk(from: from, maxLines: maxLines, now: isAlive ? now : start)
    }

    /// Orders jobs to end.
    mutating func stop(_ ids: [JobID], _ now: Timestamp) throws(OperationError) -> [OrderOutcome] {
        orders.append(.stopJobs(ids))
        try checkWritable()
        return ids.map { id in
            guard let index = jobs.firstIndex(where: { $0.job.id == id }) else { return missing(id) }
            return jobs[index].stop(at: now)
        }
    }

    /// Orders jobs to begin anew.
    mutating func restart(_ ids: [JobID], _ now: Timestamp) throws(OperationError) -> [OrderOutcome] {
        orders.append(.restartJobs(ids))
        try checkWritable()
        return ids.map { id in
            guard let index = jobs.firstIndex(where: { $0.job.id == id }) else { return missing(id) }
            return jobs[index].restart(at: now)
        }
    }

    /// Orders jobs to pause.
    mutating func suspend(_ ids: [JobID], _ now: Timestamp) throws(OperationError) -> [OrderOutcome] {
        orders.append(.suspendJobs(ids))
        try checkWritable()
        return ids.map { id in
            guard let index = jobs.firstIndex(where: { $0.job.id == id }) else { return missing(id) }
            return jobs[index].suspend(at: now)
        }
    }

    /// Orders jobs that pause to go on.
    mutating func resume(_ ids: [JobID], _ now: Timestamp) throws(OperationError) -> [OrderOutcome] {
        orders.append(.resumeJobs(ids))
        try checkWritable()
        return ids.map { id in
            guard let index = jobs.firstIndex(where: { $0.job.id == id }) else { return missing(id) }
            return jobs[index].resume(at: now)
        }
    }

    /// Starts the job of a store.
    mutating func startJob(
        _ store: StoreName, _ source: SourceDefinition?, _ now: Timestamp
    ) throws(OperationError) -> JobSummary {
        orders.append(.startJob(store))
        try checkWritable()
        _ = try storeSummary(store, now)
        if let running = jobs.first(where: {
            $0.job.store == store && !$0.job.status.isTerminal && (source == nil || $0.job.source == source)
        }) {
            return summary(running, now)
        }
        let job = WorldJob(
            id: JobID("ing-new\(jobs.count)"), source: source ?? .local, store: store, sets: [], at: now)
        jobs.append(job)
        return summary(job, now)
    }

    /// Starts again what should run and does not.
    mutating func reconcile(_ now: Timestamp) throws(OperationError) -> [OrderOutcome] {
        orders.append(.reconcile)
        try checkWritable()
        return jobs.indices.filter { jobs[$0].job.status == .error && jobs[$0].job.desired == .running }
            .map { jobs[$0].restart(at: now) }
    }

    /// Lets time pass for everything that moves.
    mutating func settle(_ now: Timestamp) {
        for index in jobs.indices { jobs[index].settle(now) }
        for index in exports.indices { exports[index].settle(now) }
    }

    private func index(of id: JobID) throws(OperationError) -> Int {
        guard let index = jobs.firstIndex(where: { $0.job.id == id }) else {
            throw OperationError(
                .notFound, "there is no job \(id)", target: id.rawValue,
                hint: "larder jobs list shows those that there are")
        }
        return index
    }

    private func missing(_ id: JobID) -> OrderOutcome {
        OrderOutcome(target: id.rawValue, result: .failed, message: "there is no such job")
    }

    private func summary(_ entry: WorldJob, _ now: Timestamp) -> JobSummary {
        entry.summary(at: now, deadLetters: letters.count24h(DeadLetterQuery(job: entry.job.id), at: now))
    }
}
