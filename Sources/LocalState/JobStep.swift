import FeatureModel
import GRDB

/// One change of a job's state: checked, written and entered in the history in the same transaction.
struct JobStep {
    let actor: JobActor
    let reason: String
    let at: Timestamp

    func take(_ job: inout Job, to next: JobStatus, in db: Database) throws {
        let previous = job.status
        guard previous.canBecome(next) else {
            throw LocalStateError(
                .conflict, "job \(job.id) is \(previous.rawValue) and cannot become \(next.rawValue)",
                hint: previous.isTransitional ? "wait until it is \(settled(previous)) and try again" : nil)
        }
        job.status = next
        if next.isTerminal || next == .suspended { job.worker = nil }
        if next == .error { job.lastError = reason }
        if previous.isTerminal, !next.isTerminal { try refuseSecondActive(job, in: db) }
        try JobRow.update(job, in: db)
        guard next != previous else { return }
        let event = JobEvent(at: at, from: previous, to: next, by: actor.rawValue, reason: reason)
        try JobRow.addEvent(event, to: job.id, in: db)
    }

    private func settled(_ status: JobStatus) -> String {
        switch status {
        case .aborting: JobStatus.aborted.rawValue
        case .suspending: JobStatus.suspended.rawValue
        default: JobStatus.running.rawValue
        }
    }

    private func refuseSecondActive(_ job: Job, in db: Database) throws {
        let other = try String.fetchOne(
            db,
            sql: """
                SELECT id FROM jobs WHERE source = ? AND store = ? AND id <> ?
                AND status NOT IN ('COMPLETED', 'ABORTED', 'ERROR')
                """,
            arguments: [StoredText.json(job.source), job.store.rawValue, job.id.rawValue])
        if let other {
            throw LocalStateError(
                .conflict, "job \(job.id) cannot start: job \(other) already feeds store \(job.store) from its source")
        }
    }
}
