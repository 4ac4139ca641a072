import FeatureModel
import Synchronization

/// Counts what stores are asked and how long they take. One meter serves many plugs; services read it.
public final class StoreMeter: Sendable {
    private struct Name: Hashable {
        let owner: PlugOwner
        let operation: StoreCall.Operation

        init(_ call: StoreCall) {
            owner = PlugOwner(connector: call.connector, store: call.store)
            operation = call.operation
        }
    }

    /// How a call ended.
    enum Ending {
        case done(items: Int, refused: Int)
        case cancelled
        case failed
    }

    private let readings = Mutex<[Name: MeterReading]>([:])

    /// Makes a meter that has counted nothing.
    public init() {}

    /// What was counted so far, sorted by connector, store and operation.
    public var snapshot: [MeterReading] {
        readings.withLock { Array($0.values) }.sorted { left, right in
            (left.connector, left.store?.rawValue ?? "", left.operation.rawValue)
                < (right.connector, right.store?.rawValue ?? "", right.operation.rawValue)
        }
    }

    /// Counts an attempt after the first.
    public func countRetry(of call: StoreCall) {
        update(call) { $0.retries += 1 }
    }

    func count(_ call: StoreCall, _ ending: Ending, after duration: Duration) {
        update(call) { reading in
            reading.count(duration)
            switch ending {
            case .done(let items, let refused):
                reading.items += Int64(items)
                reading.refusedItems += Int64(refused)
            case .cancelled: reading.cancellations += 1
            case .failed: reading.failures += 1
            }
        }
    }

    private func update(_ call: StoreCall, _ change: (inout MeterReading) -> Void) {
        readings.withLock { change(&$0[Name(call), default: MeterReading(call)]) }
    }
}
