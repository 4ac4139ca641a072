import FeatureModel

/// A job's metrics, with the job they are of.
struct IdentifiedMetrics: Sendable {
    let job: JobID
    let metrics: JobMetrics
}
