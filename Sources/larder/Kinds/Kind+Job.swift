import FeatureModel
import Operations

extension Kind where Thing == JobSummary {
    /// An ingestion job (`jobs list`, `jobs get`).
    static var job: Kind {
        Kind(
            name: "Job", nameField: "id",
            columns: [
                ListingColumn("id", "ID"), ListingColumn("status", "STATUS"), ListingColumn("store", "STORE"),
                ListingColumn("source", "SOURCE"), ListingColumn("featureSets", "FEATURE SETS"),
                ListingColumn("rowsRead", "READ", isNumeric: true),
                ListingColumn("rowsWritten", "WRITTEN", isNumeric: true),
                ListingColumn("rowsFailed", "FAILED", isNumeric: true),
                ListingColumn("rowsIgnored", "IGNORED", isNumeric: true),
                ListingColumn("lagRows", "LAG", isNumeric: true), ListingColumn("lastError", "LAST ERROR"),
            ],
            fields: Self.fields)
    }

    private static func fields(_ summary: JobSummary) -> [OutputField] {
        let job = summary.job
        return [
            OutputField("id", .string(job.id.rawValue)), OutputField("status", .string(job.status.rawValue)),
            OutputField("store", .string(job.store.rawValue)), OutputField("source", .string(job.source.type)),
            OutputField("featureSets", .strings(job.featureSets.map(\.description))),
            OutputField("rowsRead", .integer(job.counters.rowsRead)),
            OutputField("rowsWritten", .integer(job.counters.rowsWritten)),
            OutputField("rowsFailed", .integer(job.counters.rowsFailed)),
            OutputField("rowsIgnored", .integer(job.counters.rowsIgnored)),
            OutputField("lagRows", .optional(job.lagRows)), OutputField("lagSeconds", .optional(job.lagSeconds)),
            OutputField("lastError", .optional(job.lastError)),
            OutputField("startedAt", .optional(job.startedAt?.description)),
            OutputField("heartbeatAt", .optional(job.heartbeatAt?.description)),
            OutputField(
                "workers",
                .list(
                    [job.worker].compactMap { $0 }.map { worker in
                        .object([
                            OutputField("host", .string(worker.host)), OutputField("pid", .integer(Int64(worker.pid))),
                        ])
                    })),
            OutputField("lostHeartbeat", .bool(summary.hasLostHeartbeat)),
            OutputField("restarts", .integer(job.restarts)),
        ]
    }
}
