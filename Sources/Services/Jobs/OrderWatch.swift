import FeatureModel
import Ingestion
import LocalState
import Logging

/// Keeps a worker's lease alive, and turns the ledger's orders into signals.
struct OrderWatch: Sendable {
    let entry: JobLedgerEntry
    let lease: JobLease
    let database: StateDatabase
    let terms: ServiceTerms
    let clock: any Clock<Duration>
    let signal: StopSignal
    let log: Logger

    /// Gives signs of life until the task is cancelled or the lease is lost.
    func giveSignsOfLife() async {
        while !Task.isCancelled, signal.order != .leaseLost {
            await beat()
            guard (try? await clock.sleep(for: terms.heartbeat)) != nil else { return }
        }
    }

    private func beat() async {
        guard database.isInPlace else {
            log.error("the job-state database was removed or replaced", metadata: ["path": "\(database.path)"])
            return signal.raise(.leaseLost)
        }
        do throws(LocalStateError) {
            obey(try await entry.heartbeat())
        } catch {
            judge(error)
        }
    }

    /// Looks at the orders whenever the ledger has changed.
    func listen() async {
        for await _ in database.changes(every: terms.look, clock: clock) {
            do throws(LocalStateError) {
                if let job = try await database.jobs.get(lease.job) { obey(job) }
            } catch {
                log.debug("the orders could not be read", metadata: ["error": "\(error)"])
            }
            if signal.order == .leaseLost { return }
        }
    }

    private func obey(_ job: Job) {
        if job.worker != lease.worker || job.status.isTerminal {
            signal.raise(.leaseLost)
        } else if job.status == .aborting || job.desired == .stopped {
            signal.raise(.stop)
        } else if job.status == .suspending {
            signal.raise(.suspend)
        } else if job.generation > lease.generation {
            signal.raise(.restart)
        }
    }

    /// A database that is locked for a moment is asked again at the next beat; a lost lease is an order.
    private func judge(_ error: LocalStateError) {
        if error.code == .leaseLost || error.code == .notFound {
            signal.raise(.leaseLost)
        } else if error.code != .cancelled {
            log.warning("no sign of life could be given", metadata: ["error": "\(error)"])
        }
    }
}
