import FeatureModel
import LocalState
import Testing

@Suite("Accounting of rows")
struct JobLedgerAccountingTests {
    @Test("rows that come again, in batches cut elsewhere, count once")
    func countsOnce() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let lease = try await Sample.claim("j1", in: database)
            for range: ClosedRange<Int64> in [0...99, 0...99, 50...149, 120...199] {
                try await database.jobs.record(Sample.rows(range), lease: lease, at: Sample.start)
            }
            #expect(try await database.jobs.get("j1")?.counters == JobCounters(rowsRead: 200, rowsWritten: 200))
            #expect(try await database.jobs.tallies(of: "i1").map(\.rowsAnswered) == [200])
            #expect(try await database.jobs.positions(of: "j1") == [SourcePosition(partition: 0, offset: 199)])
        }
    }

    @Test("a worker that was ordered to begin anew enters nothing more, so that its rows come again")
    func orderedAnew() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let old = try await Sample.claim("j1", in: database)
            try await database.jobs.orderRestart("j1", by: .operator, reason: "", at: Sample.start)
            let error = await #expect(throws: LocalStateError.self) {
                try await database.jobs.record(Sample.rows(0...9), lease: old, at: Sample.start)
            }
            #expect(error?.code == .leaseLost)
            #expect(try await database.jobs.positions(of: "j1").isEmpty)
            let anew = try await Sample.claim("j1", in: database)
            try await database.jobs.record(Sample.rows(0...9), lease: anew, at: Sample.start)
            #expect(try await database.jobs.get("j1")?.counters.rowsWritten == 10)
        }
    }

    @Test("what was answered for of an ingestion is told apart by the source")
    func bySource() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            let job = Sample.job("j1")
            try await database.jobs.create(job, by: .reconciler, reason: "")
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.record(Sample.rows(0...9), lease: lease, at: Sample.start)
            #expect(try await database.jobs.tallies(of: "i1", from: job.source).map(\.rowsAnswered) == [10])
            let other = SourceDefinition(type: "LOCAL", config: ["path": "/elsewhere.db"])
            #expect(try await database.jobs.tallies(of: "i1", from: other).isEmpty)
        }
    }

    @Test("counting goes on where the worker before was killed, whatever it did last")
    func continuesAfterKill() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let first = try await Sample.claim("j1", in: database)
            try await database.jobs.record(Sample.rows(0...9), lease: first, at: Sample.start)
            let claim = try await database.jobs.claim("j1", worker: Sample.two, at: Sample.after(60), term: Sample.term)
            guard case .claimed(let second, _) = claim else {
                Issue.record("not claimed: \(claim)")
                return
            }
            // The source had committed up to 4 only, so that 5 to 9 come again.
            try await database.jobs.record(Sample.rows(5...19), lease: second, at: Sample.after(61))
            #expect(try await database.jobs.get("j1")?.counters.rowsWritten == 20)
        }
    }

    @Test("outcomes, ingestions and partitions are told apart; rows without an ingestion only count for the job")
    func kinds() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let lease = try await Sample.claim("j1", in: database)
            func row(_ partition: Int32, _ offset: Int64, _ id: IngestionID, _ outcome: RowOutcome) -> AccountedRow {
                AccountedRow(
                    position: SourcePosition(partition: partition, offset: offset), ingestionID: id, outcome: outcome)
            }
            let job = try await database.jobs.record(
                [
                    row(0, 0, "a", .written), row(0, 1, "b", .failed), row(0, 2, "a", .ignored),
                    row(1, 0, "a", .written), row(1, 1, "", .failed),
                ], lease: lease, at: Sample.after(1))
            #expect(job.counters == JobCounters(rowsRead: 5, rowsWritten: 2, rowsFailed: 2, rowsIgnored: 1))
            #expect(job.heartbeatAt == Sample.after(1))
            #expect(
                try await database.jobs.tallies(of: "a") == [
                    IngestionTally(job: "j1", store: "online", rowsWritten: 2, rowsFailed: 0, rowsIgnored: 1)
                ])
            #expect(try await database.jobs.tallies(of: "b").map(\.rowsFailed) == [1])
            #expect(try await database.jobs.tallies(of: "") == [])
        }
    }

    @Test(
        "another job that reads the source again for the same store counts its own work, but answers for no row twice")
    func secondJob() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "")
            let first = try await Sample.claim("j1", in: database)
            try await database.jobs.record(Sample.rows(0...9), lease: first, at: Sample.start)
            try await database.jobs.transition(first, to: .error, reason: "broken", at: Sample.start)
            try await database.jobs.create(Sample.job("j2", at: Sample.after(1)), by: .reconciler, reason: "")
            let second = try await Sample.claim("j2", in: database)
            try await database.jobs.record(Sample.rows(0...14), lease: second, at: Sample.start)
            #expect(try await database.jobs.get("j2")?.counters.rowsWritten == 15)
            #expect(try await database.jobs.tallies(of: "i1").map(\.rowsAnswered) == [10, 5])
        }
    }
}
