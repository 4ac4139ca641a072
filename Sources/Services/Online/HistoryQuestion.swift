import FeatureModel
import Operations
import Retrieval
import StorageAPI

/// Asks a historical store whether it has seen a key.
struct HistoryQuestion: Sendable {
    let directory: StoreDirectory
    let clock: any Clock<Duration>

    /// Joins one entity row with every feature of the set and without a max age: any value that is not null says that
    /// the key was seen.
    func wasSeen(
        _ key: EntityKey, in set: FeatureSet, by entry: StoreEntry, at time: Timestamp
    ) async throws(OperationError) -> ReasonFacts.History {
        let question = KeyQuestion(key: key, at: time)
        let request = HistoricalRequest(
            id: ExportID("why-\(UInt64.random(in: 0...UInt64.max))"),
            featureSets: [
                HistoricalFeatureSetRequest(
                    featureSet: set, features: Array(set.features.indices), maxAgeSeconds: nil)
            ],
            entityRows: question, answers: question)
        do throws(StoreError) {
            let retriever = try await directory.historicalRetriever(of: entry)
            let run = HistoricalRun(retriever: retriever, clock: clock)
            if case .failed(let error) = try await run.run(request, watch: { _, _, _ in .proceed }) { throw error }
        } catch {
            throw OperationError(error)
        }
        let isSeen = question.answer?.contains { $0 != nil } ?? false
        return isSeen ? .seen(entry.name) : .never(entry.name)
    }
}
