import FeatureModel
import Operations

/// A feature set that a job feeds.
struct JobSetRow: Identifiable, Equatable, Sendable {
    /// Its reference.
    let id: FeatureSetReference
    /// What is known of it; nil when it is not registered any more.
    let summary: FeatureSetSummary?

    /// The sets of a job, as it lists them.
    static func rows(of job: JobSummary, _ summaries: [FeatureSetSummary]) -> [JobSetRow] {
        job.job.featureSets.map { reference in
            JobSetRow(id: reference, summary: summaries.first { $0.record.definition.reference == reference })
        }
    }
}
