import Ingestion
import Synchronization

/// Collects what an ingestion tells.
final class Events: Sendable {
    private let events = Mutex<[FileIngestionEvent]>([])

    func add(_ event: FileIngestionEvent) { events.withLock { $0.append(event) } }

    var all: [FileIngestionEvent] { events.withLock { $0 } }
    var notices: [String] { all.compactMap { if case .notice(let text) = $0 { text } else { nil } } }
    var badRows: [String] { all.compactMap { if case .badRow(let text) = $0 { text } else { nil } } }
}
