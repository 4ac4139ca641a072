import StorageAPI

/// Thrown where a run ends, to be caught where it began.
enum IngestionEnd: Error {
    case ordered(IngestionOrder)
    case failed(StoreError)

    var outcome: IngestionOutcome {
        switch self {
        case .ordered(let order): .ordered(order)
        case .failed(let error): .failed(error)
        }
    }
}
