import Operations
import Synchronization

/// Collects what an ingestion tells.
final class Notes: Sendable {
    private let events = Mutex<[IngestEvent]>([])

    func add(_ event: IngestEvent) { events.withLock { $0.append(event) } }

    var all: [IngestEvent] { events.withLock { $0 } }
    var notices: [String] { all.compactMap { if case .notice(let text) = $0 { text } else { nil } } }
    var badRows: [String] { all.compactMap { if case .badRow(let text) = $0 { text } else { nil } } }
}
