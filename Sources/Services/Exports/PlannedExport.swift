import FeatureModel
import Retrieval

/// An export that can be run: everything it names was found.
struct PlannedExport: Sendable {
    /// The request, with every wildcard expanded and the store named.
    let request: ExportRequest
    let plan: HistoricalPlan
    let rows: EntityFile
    let store: StoreEntry
}
