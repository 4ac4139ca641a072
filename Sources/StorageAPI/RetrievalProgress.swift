public import FeatureModel

/// How far a historical retrieval is.
public enum RetrievalProgress: Sendable, Equatable {
    /// At work; `rows` is nil where it is not known yet.
    case running(stage: RetrievalStage, rowsDone: Int64, rows: Int64?)
    /// All files are there: absolute paths, or the engine's URIs.
    case done(files: [String], rows: Int64)
    /// Ended with an error; nothing of the answer is left.
    case failed(StoreError)
    /// Ended with an error in the entity rows or the output file; nothing of the answer is left.
    case failedOnFiles(message: String)
    /// Ended on request; nothing of the answer is left.
    case cancelled
}
