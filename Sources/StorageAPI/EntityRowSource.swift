/// Hands out the entity rows of a historical retrieval. Called from one thread at a time, and may block on a file.
public protocol EntityRowSource: Sendable {
    /// How many rows there are; nil where that is not known before the end.
    var rowCount: Int64? { get }

    /// The next rows, at most `limit`; nil after the last.
    ///
    /// - Throws: what is wrong with the file, with its line and column.
    func next(limit: Int) throws -> EntityRowBatch?
}
