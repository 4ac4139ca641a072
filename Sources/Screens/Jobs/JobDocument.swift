import FeatureModel
import Operations

/// A job as JSON, as `larder jobs get -o json` writes it.
enum JobDocument {
    /// The document of a job.
    static func of(_ summary: JobSummary) -> JSONText {
        let job = summary.job
        let workers = job.worker.map {
            [JSONText.object([("host", .text($0.host)), ("pid", .integer(Int64($0.pid)))])]
        }
        return .object([
            ("kind", .text("Job")), ("id", .text(job.id.rawValue)), ("status", .text(job.status.rawValue)),
            ("store", .text(job.store.rawValue)), ("source", .text(job.source.type)),
            ("featureSets", .list(job.featureSets.map { .text($0.description) })),
            ("rowsRead", .integer(job.counters.rowsRead)), ("rowsWritten", .integer(job.counters.rowsWritten)),
            ("rowsFailed", .integer(job.counters.rowsFailed)), ("rowsIgnored", .integer(job.counters.rowsIgnored)),
            ("lagRows", .integer(job.lagRows)), ("lagSeconds", .integer(job.lagSeconds)),
            ("lastError", .optional(job.lastError)), ("startedAt", .optional(job.startedAt?.description)),
            ("heartbeatAt", .optional(job.heartbeatAt?.description)), ("workers", .list(workers ?? [])),
            ("lostHeartbeat", .bool(summary.hasLostHeartbeat)), ("restarts", .integer(job.restarts)),
            ("attempts", .integer(job.attempts)), ("retryAt", .optional(job.retryAt?.description)),
        ])
    }
}
