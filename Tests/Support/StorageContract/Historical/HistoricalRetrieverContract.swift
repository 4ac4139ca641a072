/// What every historical retriever promises.
public enum HistoricalRetrieverContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = []
}
