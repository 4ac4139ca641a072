public import StorageAPI

/// Thrown where a run ends, to be caught where it began.
public enum IngestionEnd: Error, Sendable {
    /// An order came.
    case ordered(IngestionOrder)
    /// It cannot go on.
    case failed(StoreError)

    /// The same, as how the run ended.
    public var outcome: IngestionOutcome {
        switch self {
        case .ordered(let order): .ordered(order)
        case .failed(let error): .failed(error)
        }
    }
}
