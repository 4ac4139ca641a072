import FeatureModel
import LocalState
import Registry
import Testing

@Suite("Plans in the ledger")
struct JobPlanLedgerTests {
    private typealias Sample = RegistrySample

    private func reconcile(_ database: StateDatabase, at seconds: Int64) async throws -> PlanEntry {
        let sets = try await Sample.sets(in: database).list()
        let jobs = try await database.jobs.list()
        let now = Sample.after(seconds)
        return await JobPlanner(now: now, term: Sample.term)
            .plan(stores: [Sample.store("online"), Sample.store("history")], featureSets: sets, jobs: jobs)
            .enter(into: database, at: now, term: Sample.term)
    }

    private func run(_ id: JobID, in database: StateDatabase, at seconds: Int64) async throws -> JobLease {
        let claim = try await database.jobs.claim(
            id, worker: Sample.worker, at: Sample.after(seconds), term: Sample.term)
        guard case .claimed(let lease, _) = claim else { throw RegistryError(.unexpected, "not claimed: \(claim)") }
        try await database.jobs.transition(lease, to: .running, reason: "up", at: Sample.after(seconds))
        return lease
    }

    @Test("from an applied set to running jobs, through another apply, to a settled house")
    func wholeStory() async throws {
        try await withDatabase { database in
            let weather = Sample.reference("weather")
            let registry = Sample.sets(in: database)
            _ = try await registry.apply([Sample.set()])
            let first = try await reconcile(database, at: 0)
            #expect(first.faults == [] && first.launches.count == 2)
            #expect(try await registry.get(weather).status == .jobStarting)

            var leases: [JobLease] = []
            for id in first.launches { leases.append(try await run(id, in: database, at: 1)) }
            #expect(try await reconcile(database, at: 2) == PlanEntry())
            #expect(try await registry.get(weather).status == .ready)
            #expect(try await reconcile(database, at: 3) == PlanEntry())

            _ = try await Sample.sets(in: database, at: Sample.after(4)).apply([Sample.set(maxAge: 60)])
            let second = try await reconcile(database, at: 5)
            #expect(second == PlanEntry())  // The workers live; they see the order and end by themselves.
            #expect(try await registry.get(weather).status == .jobStarting)
            for lease in leases {
                let ordered = try await database.jobs.heartbeat(lease, at: Sample.after(6))
                #expect(ordered.generation > lease.generation)
                try await database.jobs.release(lease)
            }
            let third = try await reconcile(database, at: 7)
            #expect(Set(third.launches) == Set(first.launches))
            for id in third.launches { _ = try await run(id, in: database, at: 8) }
            _ = try await reconcile(database, at: 9)
            #expect(try await registry.get(weather).status == .ready)
        }
    }

    @Test("an action that fails does not keep the others, and the statuses wait for the next plan")
    func fault() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let set = try await registry.apply([Sample.set()])[0].featureSet
            let reference = set.definition.reference
            let task = JobTask(source: .local, store: "online", featureSets: [reference])
            let plan = JobPlan(
                actions: [.restart("gone", task, reason: ""), .create(task)],
                statuses: [
                    FeatureSetStatusChange(
                        featureSet: reference, from: .pending, to: .jobStarting, updatedAt: set.updatedAt)
                ])
            let entry = await plan.enter(into: database, at: Sample.start, term: Sample.term)
            #expect(entry.faults.map(\.code) == [.notFound])
            #expect(entry.launches.count == 1)
            #expect(try await registry.get(reference).status == .pending)
        }
    }
}
