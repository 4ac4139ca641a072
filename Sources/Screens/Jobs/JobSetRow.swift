import FeatureModel
import Operations

/// A feature set that a job feeds.
struct JobSetRow: Identifiable, Equatable, Sendable {
    /// Its reference.
    let id: FeatureSetReference
    /// What is known of it; nil when it is not registered any more.
    let summary: FeatureSetSummary?
    /// What the job's worker has measured; nil where it has written nothing of the set yet.
    let measure: JobSetMeasure?

    /// The sets of a job, as it lists them.
    static func rows(of job: JobSummary, _ summaries: [FeatureSetSummary], _ metrics: JobMetrics) -> [JobSetRow] {
        job.job.featureSets.map { reference in
            JobSetRow(
                id: reference, summary: summaries.first { $0.record.definition.reference == reference },
                measure: metrics.featureSets.first { $0.featureSet == reference })
        }
    }
}
