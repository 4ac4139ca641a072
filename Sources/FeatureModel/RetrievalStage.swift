/// What a historical retrieval is doing, in the order in which it does it.
public enum RetrievalStage: String, Sendable, Hashable, Codable, CaseIterable {
    /// Checks the request and opens the store.
    case preparing
    /// Reads the entity rows, or loads them into the engine.
    case loading
    /// Joins, correct in time.
    case joining
    /// Writes the answer, or lets the engine export it.
    case writing
    /// Renames what was written to its final name.
    case finishing
}
