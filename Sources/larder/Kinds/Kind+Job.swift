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
            fields: identity + progress + liveness)
    }

    private static var identity: [KindField<JobSummary>] {
        [
            .text("id") { $0.job.id.rawValue },
            .choice("status", of: JobStatus.allCases.map(\.rawValue)) { $0.job.status.rawValue },
            .text("store") { $0.job.store.rawValue }, .text("source") { $0.job.source.type },
            .texts("featureSets") { $0.job.featureSets.map(\.description) },
        ]
    }

    private static var progress: [KindField<JobSummary>] {
        [
            .integer("rowsRead") { $0.job.counters.rowsRead }, .integer("rowsWritten") { $0.job.counters.rowsWritten },
            .integer("rowsFailed") { $0.job.counters.rowsFailed },
            .integer("rowsIgnored") { $0.job.counters.rowsIgnored },
            .optionalInteger("lagRows") { $0.job.lagRows }, .optionalInteger("lagSeconds") { $0.job.lagSeconds },
        ]
    }

    private static var liveness: [KindField<JobSummary>] {
        [
            .optionalText("lastError") { $0.job.lastError }, .optionalTime("startedAt") { $0.job.startedAt },
            .optionalTime("heartbeatAt") { $0.job.heartbeatAt },
            .field("workers", .list(.object([FieldShape("host", .text), FieldShape("pid", .integer)]))) { summary in
                .list([summary.job.worker].compactMap { $0.map(worker) })
            },
            .flag("lostHeartbeat") { $0.hasLostHeartbeat }, .integer("restarts") { $0.job.restarts },
            .integer("attempts") { $0.job.attempts }, .optionalTime("retryAt") { $0.job.retryAt },
        ]
    }

    private static func worker(_ worker: WorkerIdentity) -> OutputValue {
        .object([OutputField("host", .string(worker.host)), OutputField("pid", .integer(Int64(worker.pid)))])
    }
}
