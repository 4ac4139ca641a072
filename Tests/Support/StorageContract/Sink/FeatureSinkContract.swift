import FeatureModel
import StorageAPI

/// What every sink promises. What was written is read back through every retriever that the same card opens.
public enum FeatureSinkContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] =
        values + keys + idempotence + newest + batches + times + nameSpaces + schemaChanges + concurrency + lifetime
        + errors + model

    /// A sink, and something to read it back with.
    static let readable = Clause.Scope(.sink, oneOf: [.online, .historical])

    static func readable(
        _ more: Capabilities = [], without: Capabilities = [], harness: HarnessAbilities = []
    ) -> Clause.Scope {
        Clause.Scope(more.union(.sink), oneOf: [.online, .historical], without: without, harness: harness)
    }
}
