import FeatureModel
import Operations

/// An ingestion job as a person reads it.
enum JobText {
    static func write(_ summary: JobSummary) -> String {
        let job = summary.job
        var facts: [(name: String, value: String)] = [
            ("id", job.id.rawValue), ("status", job.status.rawValue), ("since", summary.statusSince.description),
            ("store", job.store.rawValue), ("source", job.source.type),
            ("feature sets", job.featureSets.map(\.description).joined(separator: ", ")),
            ("rows read", "\(job.counters.rowsRead)"), ("rows written", "\(job.counters.rowsWritten)"),
            ("rows failed", "\(job.counters.rowsFailed)"), ("rows ignored", "\(job.counters.rowsIgnored)"),
            ("lag", job.lagRows.map { "\($0) rows" } ?? "unknown"), ("restarts", "\(job.restarts)"),
        ]
        if let worker = job.worker { facts.append(("worker", "process \(worker.pid) on \(worker.host)")) }
        if let heartbeat = job.heartbeatAt {
            facts.append(("heartbeat", heartbeat.description + (summary.hasLostHeartbeat ? "  lost" : "")))
        }
        if job.attempts > 0 { facts.append(("failures in a row", "\(job.attempts)")) }
        if let retry = job.retryAt { facts.append(("tried again", retry.description)) }
        if let error = job.lastError { facts.append(("last error", error)) }
        return FactLines.write(facts)
    }
}
