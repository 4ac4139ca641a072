import FeatureModel
import Operations

/// A store that subscribes to a feature set.
struct FeatureSetStoreRow: Identifiable, Equatable, Sendable {
    let summary: StoreSummary
    /// The job that feeds it with this feature set; nil when there is none.
    let job: JobRow?

    var id: StoreName { summary.name }
}
