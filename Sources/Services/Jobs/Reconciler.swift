import FeatureModel
import LocalState
import Logging
import Operations
import Registry
import StorageAPI

/// Makes the actual jobs what the subscriptions ask for (spec sections 6.2 and 6.3). One process at a time does it: who
/// holds the reconciler's lease.
struct Reconciler: Sendable {
    let workspace: Workspace
    let launches: LaunchMemory

    private var database: StateDatabase { workspace.database }
    private var environment: ServiceEnvironment { workspace.environment }
    private var term: Duration { workspace.terms.lease }

    /// How long to wait between two attempts to get the lease.
    private static let pause = Duration.milliseconds(100)

    /// Reconciles once.
    ///
    /// - Parameter attempts: how often to ask for the lease; another process has it for a moment at a time.
    /// - Returns: what was done, per job; empty when all is well, or when another process is at it.
    /// - Throws: when the job-state database cannot be used. A job that cannot be started is an outcome, not an error.
    func reconcile(attempts: Int = 1) async throws(OperationError) -> [OrderOutcome] {
        var attempt = 1
        while try await !claimLease() {
            guard attempt < attempts, (try? await environment.clock.sleep(for: Self.pause)) != nil else { return [] }
            attempt += 1
        }
        let outcome = await result { () async throws(OperationError) in try await reconcileHoldingLease() }
        _ = try? await database.leases.release(.reconciler, holder: environment.process)
        return try outcome.get()
    }

    private func claimLease() async throws(OperationError) -> Bool {
        do throws(LocalStateError) {
            let leases = database.leases
            if let holder = try await leases.holder(of: .reconciler), isDead(holder) {
                try await leases.release(.reconciler, holder: holder)
            }
            let claim = try await leases.claim(
                .reconciler, holder: environment.process, at: environment.wallClock(), term: term)
            return claim == .claimed
        } catch {
            throw OperationError(error)
        }
    }

    private func isDead(_ worker: WorkerIdentity) -> Bool {
        LeaseHolders(database: database, environment: environment, restarts: workspace.terms.restarts).isDead(worker)
    }

    /// Brings the feature sets' statuses up to date, without starting or stopping anything.
    func refreshStatuses() async throws(OperationError) {
        let plan = try await plan()
        guard plan.actions.isEmpty else { return }
        do throws(RegistryError) {
            try await workspace.featureSets.update(plan.statuses)
        } catch {
            throw OperationError(error)
        }
    }

    private func reconcileHoldingLease() async throws(OperationError) -> [OrderOutcome] {
        try await freeDeadWorkers()
        let plan = try await plan()
        let entry = await plan.enter(into: database, at: environment.wallClock(), term: term)
        var outcomes = plan.actions.compactMap(Self.outcome)
        outcomes += entry.faults.map { OrderOutcome(target: $0.target ?? "jobs", result: .failed, message: $0.message) }
        for job in entry.launches {
            if let outcome = await launch(job) { outcomes.append(outcome) }
        }
        return outcomes
    }

    private func freeDeadWorkers() async throws(OperationError) {
        do throws(LocalStateError) {
            let holders = LeaseHolders(database: database, environment: environment, restarts: workspace.terms.restarts)
            for job in try await database.jobs.list(JobFilter(isActive: true)) { try await holders.freeIfDead(job) }
        } catch {
            throw OperationError(error)
        }
    }

    private func plan() async throws(OperationError) -> JobPlan {
        let entries = try await workspace.stores.entries()
        let sinks = entries.filter { $0.card.capabilities.contains(.sink) }.map(\.definition)
        let planner = JobPlanner(
            now: environment.wallClock(), term: term, policy: workspace.terms.restarts)
        do throws(RegistryError) {
            let sets = try await workspace.featureSets.list()
            do throws(LocalStateError) {
                return planner.plan(stores: sinks, featureSets: sets, jobs: try await database.jobs.list())
            } catch {
                throw RegistryError(error)
            }
        } catch {
            throw OperationError(error)
        }
    }

    private func launch(_ job: JobID) async -> OrderOutcome? {
        let now = environment.wallClock()
        if await hasFailedToStart(job) {
            await launches.forget(job)
            // It is launched again when it has rested; the next plan knows.
            _ = try? await database.jobs.countFailedLaunch(of: job, policy: workspace.terms.restarts, at: now)
            return OrderOutcome(
                target: job.rawValue, result: .failed, message: "its worker ended before it took the job")
        }
        guard await launches.shouldLaunch(job, at: now, isAlive: environment.isAlive) else { return nil }
        do throws(OperationError) {
            let pid = try await environment.launch(.job(job))
            await launches.note(pid, for: job)
            environment.logger.info("worker started", metadata: ["job": "\(job)", "pid": "\(pid)"])
            return OrderOutcome(target: job.rawValue, result: .done, message: "worker started (pid \(pid))")
        } catch {
            await launches.forget(job)
            environment.logger.error("worker not started", metadata: ["job": "\(job)", "error": "\(error)"])
            return OrderOutcome(target: job.rawValue, result: .failed, message: error.message)
        }
    }

    /// True when the worker that was launched last has ended without ever taking the job.
    private func hasFailedToStart(_ id: JobID) async -> Bool {
        guard let job = try? await database.jobs.get(id) else { return false }
        return await launches.hasDiedUnclaimed(
            job, at: environment.wallClock(), isAlive: environment.isAlive)
    }

    /// Launches have outcomes of their own.
    private static func outcome(_ action: JobAction) -> OrderOutcome? {
        switch action {
        case .create(let task):
            OrderOutcome(target: task.store.rawValue, result: .done, message: "a job was made for the store")
        case .restart(let id, _, let reason):
            OrderOutcome(target: id.rawValue, result: .done, message: "restarted: \(reason)")
        case .launch: nil
        case .suspend(let id, let reason):
            OrderOutcome(target: id.rawValue, result: .done, message: "suspended: \(reason)")
        case .stop(let id, let reason):
            OrderOutcome(target: id.rawValue, result: .done, message: "stopped: \(reason)")
        }
    }

    private func result<Answer>(
        _ work: () async throws(OperationError) -> Answer
    ) async -> Result<Answer, OperationError> {
        do throws(OperationError) { return .success(try await work()) } catch { return .failure(error) }
    }
}
