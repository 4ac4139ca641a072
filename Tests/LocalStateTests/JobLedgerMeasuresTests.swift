import FeatureModel
import LocalState
import Testing

@Suite("How jobs have been doing")
struct JobLedgerMeasuresTests {
    private func withLease(_ body: (StateDatabase, JobLease) async throws -> Void) async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            try await database.jobs.create(Sample.job("j1"), by: .reconciler, reason: "needed")
            let lease = try await Sample.claim("j1", in: database)
            try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.start)
            try await body(database, lease)
        }
    }

    private func part(rows: Int64, missing: Double? = 0.25) -> JobMeasurement.Part {
        JobMeasurement.Part(
            featureSet: Sample.weather, rows: rows, eventLag50: 10, eventLag99: 90, missingShare: missing)
    }

    @Test("samples hold the job's counters, sets add up, partitions are replaced")
    func keeps() async throws {
        try await withLease { database, lease in
            try await database.jobs.keep(
                JobMeasurement(
                    parts: [part(rows: 3)], eventLag50: 5, eventLag99: 50,
                    partitions: [JobPartition(partition: 1, committed: nil, end: 7, lagRows: 7)]),
                lease: lease, at: Sample.after(1))
            try await database.jobs.record(Sample.rows(0...3), lease: lease, at: Sample.after(2))
            try await database.jobs.keep(
                JobMeasurement(
                    parts: [part(rows: 20, missing: nil)],
                    partitions: [JobPartition(partition: 0, committed: 4, end: 9, lagRows: 5)]),
                lease: lease, at: Sample.after(11))
            let metrics = try await database.jobs.metrics(of: "j1", at: Sample.after(11))
            #expect(metrics.samples.map(\.counters.rowsRead) == [0, 4])
            #expect(metrics.samples.map(\.eventLag99) == [50, nil])
            #expect(metrics.featureSets.map(\.totalRows) == [23])
            #expect(metrics.featureSets.first?.rowsPerSecond == 2)
            #expect(metrics.featureSets.first?.missingShare == nil)
            #expect(metrics.partitions == [JobPartition(partition: 0, committed: 4, end: 9, lagRows: 5)])
            try await database.jobs.keep(JobMeasurement(), lease: lease, at: Sample.after(21))
            let later = try await database.jobs.metrics(of: "j1", at: Sample.after(21))
            #expect(later.featureSets.first?.rowsPerSecond == 0 && later.featureSets.first?.totalRows == 23)
            #expect(later.partitions.count == 1)
        }
    }

    @Test("samples are bounded: half an hour, and none from a future that was undone")
    func bounded() async throws {
        try await withLease { database, lease in
            for second in [0, 1_000, 5_000, 1_801] as [Int64] {
                try await database.jobs.keep(JobMeasurement(), lease: lease, at: Sample.after(second))
            }
            let metrics = try await database.jobs.metrics(of: "j1", at: Sample.after(1_801))
            #expect(metrics.samples.map(\.at) == [Sample.after(1_801)])
            let none = try await database.jobs.metrics(of: "j1", at: Sample.after(10_000))
            #expect(none.samples.isEmpty)
        }
    }

    @Test("a worker that lost its job keeps nothing")
    func lost() async throws {
        try await withLease { database, lease in
            let other = JobLease(job: "j1", worker: Sample.two, generation: lease.generation)
            await #expect {
                try await database.jobs.keep(JobMeasurement(parts: [part(rows: 1)]), lease: other, at: Sample.start)
            } throws: { ($0 as? LocalStateError)?.code == .leaseLost }
            let metrics = try await database.jobs.metrics(of: "j1", at: Sample.start)
            #expect(metrics == JobMetrics())
        }
    }
}
