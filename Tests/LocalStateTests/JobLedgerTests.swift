import FeatureModel
import LocalState
import Testing

@Suite("Job ledger")
struct JobLedgerTests {
    private func withJob(_ body: (StateDatabase, Job) async throws -> Void) async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            let job = Sample.job("j1")
            try await database.jobs.create(job, by: .reconciler, reason: "needed")
            try await body(database, job)
        }
    }

    @Test("a job is found again as it was made, with its creation in the history")
    func create() async throws {
        try await withJob { database, job in
            let events = try await database.jobs.history(of: "j1")
            #expect(try await database.jobs.get("j1") == job)
            #expect(try await database.jobs.get("j2") == nil)
            let made = JobEvent(at: Sample.start, from: nil, to: .pending, by: "reconciler", reason: "needed")
            #expect(events == [made])
        }
    }

    @Test("a source and a store have one active job, and any number of ended ones")
    func oneActive() async throws {
        try await withJob { database, _ in
            await #expect { try await database.jobs.create(Sample.job("j2"), by: .operator, reason: "") } throws: {
                ($0 as? LocalStateError)?.code == .conflict
            }
            try await database.jobs.transition("j1", to: .aborted, by: .operator, reason: "", at: Sample.start)
            try await database.jobs.create(Sample.job("j2", at: Sample.after(1)), by: .operator, reason: "")
            #expect(try await database.jobs.active(source: .local, store: "online")?.id == "j2")
            await #expect {
                try await database.jobs.orderStart("j1", by: .operator, reason: "", at: Sample.after(2))
            } throws: { ($0 as? LocalStateError)?.code == .conflict }
            #expect(try await database.jobs.get("j1")?.status == .aborted)
        }
    }

    @Test("filters narrow, and what matches nothing lists nothing")
    func filters() async throws {
        try await withJob { database, _ in
            try await database.jobs.create(
                Sample.job("j2", store: "history", at: Sample.after(1)), by: .worker, reason: "")
            try await database.jobs.transition("j2", to: .error, by: .worker, reason: "broken", at: Sample.after(2))
            #expect(try await database.jobs.list().map(\.id) == ["j2", "j1"])
            #expect(try await database.jobs.list(JobFilter(store: "online")).map(\.id) == ["j1"])
            #expect(try await database.jobs.list(JobFilter(featureSet: Sample.weather)).count == 2)
            #expect(try await database.jobs.list(JobFilter(store: "none", featureSet: Sample.weather)) == [])
            #expect(try await database.jobs.list(JobFilter(featureSet: Sample.delays)) == [])
            #expect(try await database.jobs.list(JobFilter(isActive: true)).map(\.id) == ["j1"])
            #expect(try await database.jobs.get("j2")?.lastError == "broken")
        }
    }

    @Test("a job that names an unregistered feature set is refused whole")
    func unregistered() async throws {
        try await withState { database, _ in
            await #expect { try await database.jobs.create(Sample.job("j1"), by: .worker, reason: "") } throws: {
                ($0 as? LocalStateError)?.code == .invalid
            }
            let jobs = try await database.jobs.list()
            #expect(jobs == [])
        }
    }

    @Test("exactly the steps that the status table allows can be taken", arguments: JobStatus.allCases)
    func transitions(to next: JobStatus) async throws {
        try await withJob { database, _ in
            try await database.jobs.transition("j1", to: .running, by: .worker, reason: "up", at: Sample.start)
            do throws(LocalStateError) {
                try await database.jobs.transition("j1", to: next, by: .worker, reason: "", at: Sample.after(1))
                let job = try await database.jobs.get("j1")
                #expect(JobStatus.running.canBecome(next) && job?.status == next)
            } catch {
                #expect(error.code == .conflict)
                #expect(!JobStatus.running.canBecome(next))
                #expect(try await database.jobs.get("j1")?.status == .running)
                #expect(try await database.jobs.history(of: "j1").count == 2)
            }
        }
    }

    @Test("of many workers that claim a job at once, through several connections, one gets it")
    func claimRace() async throws {
        try await withState { database, path in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let other = try await StateDatabase.open(at: path)
            let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
                for pid in Int32(1)...16 {
                    let connection = pid.isMultiple(of: 2) ? database : other
                    group.addTask {
                        let worker = WorkerIdentity(host: "h", pid: pid)
                        let claim = try await connection.jobs.claim(
                            "j1", worker: worker, at: Sample.start, term: Sample.term)
                        if case .claimed = claim { return true }
                        return false
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(winners == 1)
            await other.close()
        }
    }

    @Test("a lost worker's job is taken over, counted, and the old worker can do nothing to it")
    func takeOver() async throws {
        try await withJob { database, _ in
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            let early = try await database.jobs.claim("j1", worker: Sample.two, at: Sample.after(10), term: Sample.term)
            #expect(early == .held(by: Sample.one, heartbeatAt: Sample.start))
            #expect(try await database.jobs.lost(at: Sample.after(10), term: Sample.term) == [])
            #expect(try await database.jobs.lost(at: Sample.after(11), term: Sample.term).map(\.id) == ["j1"])

            let late = try await database.jobs.claim("j1", worker: Sample.two, at: Sample.after(11), term: Sample.term)
            guard case .claimed(_, let job) = late else {
                Issue.record("the job was not taken over: \(late)")
                return
            }
            #expect(job.status == .pending)
            #expect(job.restarts == 1)
            #expect(try await database.jobs.history(of: "j1").last?.reason.contains("a:1") == true)
            await #expect { try await database.jobs.heartbeat(lease, at: Sample.after(12)) } throws: {
                ($0 as? LocalStateError)?.code == .leaseLost
            }
            await #expect {
                try await database.jobs.record(Sample.rows(0...3), lease: lease, at: Sample.after(12))
            } throws: {
                ($0 as? LocalStateError)?.code == .leaseLost
            }
            #expect(try await !database.jobs.release(lease))
            #expect(try await database.jobs.get("j1")?.worker == Sample.two)
            #expect(try await database.jobs.get("j1")?.counters == JobCounters())
        }
    }

    @Test("a clock that was set back does not keep a dead worker alive")
    func clockSetBack() async throws {
        try await withJob { database, _ in
            _ = try await Sample.claim("j1", in: database, at: Sample.after(10_000))
            #expect(try await database.jobs.lost(at: Sample.start, term: Sample.term).map(\.id) == ["j1"])
        }
    }

    @Test("a heartbeat says how far the worker is and brings its orders")
    func heartbeat() async throws {
        try await withJob { database, _ in
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            let pulse = JobPulse(lagRows: 7, lagSeconds: 3, lastError: .set("slow"))
            let job = try await database.jobs.heartbeat(lease, pulse, at: Sample.after(1))
            #expect(job.lagRows == 7 && job.lagSeconds == 3 && job.lastError == "slow")
            #expect(job.heartbeatAt == Sample.after(1))
            #expect(job.desired == .running && job.generation == lease.generation)
            #expect(try await database.jobs.heartbeat(lease, at: Sample.after(2)).lastError == "slow")
            let cleared = try await database.jobs.heartbeat(lease, JobPulse(lastError: .clear), at: Sample.after(2))
            #expect(cleared.lastError == nil)

            try await database.jobs.orderStop(
                "j1", keepsEnded: true, by: .operator, reason: "enough", at: Sample.after(3), term: Sample.term)
            let ordered = try await database.jobs.heartbeat(lease, at: Sample.after(4))
            #expect(ordered.status == .aborting && ordered.desired == .stopped)
            let ended = try await database.jobs.transition(lease, to: .aborted, reason: "done", at: Sample.after(5))
            #expect(ended.worker == nil)
            let claim = try await database.jobs.claim("j1", worker: Sample.two, at: Sample.after(6), term: Sample.term)
            #expect(claim == .ended(.aborted))
        }
    }

    @Test("stopping a job that nobody runs ends it at once; stopping an ended one changes nothing but the wish")
    func stopWithoutWorker() async throws {
        try await withJob { database, _ in
            let stopped = try await database.jobs.orderStop(
                "j1", keepsEnded: false, by: .reconciler, reason: "", at: Sample.start, term: Sample.term)
            #expect(stopped.status == .aborted && stopped.desired == .running)
            let again = try await database.jobs.orderStop(
                "j1", keepsEnded: true, by: .operator, reason: "", at: Sample.start, term: Sample.term)
            #expect(again.status == .aborted && again.desired == .stopped)
            let started = try await database.jobs.orderStart("j1", by: .operator, reason: "", at: Sample.after(1))
            #expect(started.status == .pending && started.desired == .running)
            #expect(try await database.jobs.history(of: "j1").map(\.to) == [.pending, .aborted, .pending])
        }
    }

    @Test("a restart grows the generation, changes the sets, and stops the old worker from saying it runs")
    func restart() async throws {
        try await withJob { database, _ in
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            let job = try await database.jobs.orderRestart(
                "j1", featureSets: [Sample.weather, Sample.delays], by: .reconciler, reason: "changed",
                at: Sample.after(1))
            #expect(job.generation == 1 && job.status == .pending)
            #expect(try await database.jobs.get("j1")?.featureSets == [Sample.delays, Sample.weather])
            await #expect {
                try await database.jobs.transition(lease, to: .running, reason: "", at: Sample.after(2))
            } throws: { ($0 as? LocalStateError)?.code == .leaseLost }
            #expect(try await database.jobs.release(lease))
            let next = try await Sample.claim("j1", in: database, at: Sample.after(3))
            #expect(next.generation == 1)
            try await database.jobs.transition(next, to: .running, reason: "up", at: Sample.after(3))
        }
    }

    @Test("a job that is ending refuses to begin anew and says to wait")
    func restartWhileEnding() async throws {
        try await withJob { database, _ in
            try await database.jobs.transition("j1", to: .aborting, by: .operator, reason: "", at: Sample.start)
            await #expect {
                try await database.jobs.orderRestart("j1", by: .operator, reason: "", at: Sample.start)
            } throws: { error in
                let error = error as? LocalStateError
                return error?.code == .conflict && error?.hint?.contains("ABORTED") == true
            }
            #expect(try await database.jobs.get("j1")?.generation == 0)
        }
    }
}
