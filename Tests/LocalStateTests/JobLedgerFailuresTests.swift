import FeatureModel
import LocalState
import Testing

@Suite("Failures and pauses in the job ledger")
struct JobLedgerFailuresTests {
    private let policy = RestartPolicy(maxAttempts: 3)

    private func withJob(_ body: (StateDatabase) async throws -> Void) async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "needed")
            try await body(database)
        }
    }

    /// Starts a worker and loses it, some seconds after the start.
    @discardableResult
    private func run(_ database: StateDatabase, from start: Int64, for seconds: Int64) async throws -> Job? {
        let lease = try await Sample.claim("j1", in: database, at: Sample.after(start))
        try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.after(start))
        try await database.jobs.lose(
            lease, reason: "worker a:1 is gone", policy: policy, at: Sample.after(start + seconds))
        return try await database.jobs.get("j1")
    }

    @Test("the first loss is made good at once, further ones in a row after growing rests, and then it is an error")
    func crashLoop() async throws {
        try await withJob { database in
            let first = try await run(database, from: 0, for: 1)
            #expect(first?.status == .pending && first?.worker == nil && first?.restarts == 1 && first?.attempts == 1)
            #expect(first?.retryAt == Sample.after(1) && first?.lastError == "worker a:1 is gone")
            let second = try await run(database, from: 2, for: 1)
            #expect(second?.status == .pending && second?.attempts == 2 && second?.retryAt == Sample.after(8))
            let third = try await run(database, from: 8, for: 1)
            #expect(third?.status == .error && third?.attempts == 3 && third?.retryAt == nil)
            #expect(third?.lastError?.hasPrefix("it failed 3 times in a row, the last time: worker a:1") == true)
            let history = try await database.jobs.history(of: "j1")
            #expect(history.map(\.to) == [.pending, .running, .pending, .running, .pending, .running, .error])

            let started = try await database.jobs.orderStart("j1", by: .operator, reason: "", at: Sample.after(20))
            #expect(started.status == .pending && started.attempts == 0 && started.retryAt == nil)
        }
    }

    @Test("a job that ran well for long has its failures forgotten, by its signs of life or at the next loss")
    func steady() async throws {
        try await withJob { database in
            try await run(database, from: 0, for: 1)
            try await run(database, from: 2, for: 1)
            let lost = try await run(database, from: 10, for: 60)
            #expect(lost?.status == .pending && lost?.attempts == 1)
            let lease = try await Sample.claim("j1", in: database, at: Sample.after(100))
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.after(100))
            #expect(try await database.jobs.heartbeat(lease, at: Sample.after(159)).attempts == 1)
            let well = try await database.jobs.heartbeat(lease, at: Sample.after(160))
            #expect(well.attempts == 0 && well.retryAt == nil)
        }
    }

    @Test("only the worker that holds the job can be lost")
    func otherWorker() async throws {
        try await withJob { database in
            let lease = try await Sample.claim("j1", in: database)
            let other = JobLease(job: "j1", worker: Sample.two, generation: 0)
            #expect(try await !database.jobs.lose(other, reason: "", policy: policy, at: Sample.start))
            #expect(try await database.jobs.get("j1")?.worker == lease.worker)
        }
    }

    @Test("a worker that says that it cannot go on is tried again after a minute, then after two, then no more")
    func errors() async throws {
        try await withJob { database in
            for (attempt, rest) in [(1, 60), (2, 120), (3, nil)] as [(Int64, Int64?)] {
                let at = attempt * 1000
                let lease = try await Sample.claim("j1", in: database, at: Sample.after(at))
                let job = try await database.jobs.transition(
                    lease, to: .error, reason: "misconfigured", at: Sample.after(at), policy: policy)
                #expect(job.attempts == attempt && job.retryAt == rest.map { Sample.after(at + $0) })
                try await database.jobs.orderRestart("j1", by: .reconciler, reason: "again", at: Sample.after(at + 1))
            }
        }
    }

    @Test("a worker that dies before it takes the job counts as well")
    func failedLaunches() async throws {
        try await withJob { database in
            for _ in 1...3 {
                try await database.jobs.countFailedLaunch(of: "j1", policy: policy, at: Sample.start)
            }
            let job = try await database.jobs.get("j1")
            #expect(job?.status == .error && job?.lastError?.contains("before it took the job") == true)
        }
    }

    @Test("a running job pauses when its worker says so, keeps its place, and nobody can take it meanwhile")
    func suspending() async throws {
        try await withJob { database in
            await #expect {
                try await database.jobs.orderSuspend(
                    "j1", by: .operator, reason: "", at: Sample.start, term: Sample.term)
            } throws: { ($0 as? LocalStateError)?.code == .conflict }
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            let asked = try await database.jobs.orderSuspend(
                "j1", by: .operator, reason: "migration", at: Sample.after(1), term: Sample.term)
            #expect(asked.status == .suspending && asked.worker == lease.worker)
            let paused = try await database.jobs.transition(
                lease, to: .suspended, reason: "paused", at: Sample.after(2))
            #expect(paused.worker == nil && paused.desired == .running)
            let claim = try await database.jobs.claim("j1", worker: Sample.two, at: Sample.after(3), term: Sample.term)
            #expect(claim == .ended(.suspended))
            let resumed = try await database.jobs.orderStart("j1", by: .operator, reason: "", at: Sample.after(4))
            #expect(resumed.status == .pending)
        }
    }

    @Test("a job that is to pause and has lost its worker pauses at once")
    func suspendingWithoutWorker() async throws {
        try await withJob { database in
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            let job = try await database.jobs.orderSuspend(
                "j1", by: .operator, reason: "migration", at: Sample.after(11), term: Sample.term)
            #expect(job.status == .suspended && job.worker == nil)
            #expect(try await database.jobs.history(of: "j1").map(\.to).suffix(2) == [.suspending, .suspended])
        }
    }
}
