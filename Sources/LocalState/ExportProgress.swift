public import FeatureModel

/// How far an export is.
public struct ExportProgress: Sendable, Hashable {
    /// What it is doing.
    public var stage: RetrievalStage
    /// Entity rows in all; nil until they are counted.
    public var rows: Int64?
    /// Entity rows answered.
    public var rowsDone: Int64
    /// The store that answers; nil to leave what is known.
    public var store: StoreName?

    /// Makes a report.
    public init(stage: RetrievalStage, rows: Int64? = nil, rowsDone: Int64 = 0, store: StoreName? = nil) {
        self.stage = stage
        self.rows = rows
        self.rowsDone = rowsDone
        self.store = store
    }
}
