import FeatureModel
import StorageAPI

/// What every online retriever promises.
public enum OnlineRetrieverContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = presence + order + times + robustness

    static let scope = Clause.Scope([.sink, .online])

    /// Opens a store, writes rows of ``Sample/readings``, and answers its online retriever.
    static func online(
        _ run: ClauseRun, holding rows: [ValidatedRow]
    ) async throws -> any OnlineRetriever {
        let store = try await run.store(Sample.readings)
        try await store.write(rows)
        return try await run.online()
    }

    /// Asks for some sensors.
    static func ask(
        _ online: any OnlineRetriever, _ sensors: [Int64], features: [Int] = [0, 1]
    ) async throws -> [OnlineRow?] {
        try await online.read(
            OnlineRequest(featureSet: Sample.readings, keys: sensors.map(Sample.sensor), features: features))
    }
}
