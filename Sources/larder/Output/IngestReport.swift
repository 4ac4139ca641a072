import Operations
import Synchronization
import TextCanvas

/// Tells how an ingestion goes: notices and bad rows as lines, progress as a bar on a terminal.
final class IngestReport: Sendable {
    /// How many bad rows are told one by one.
    private static let badRowsTold = 20
    private static let barWidth = 30

    private let talk: Talk
    private let badRows = Mutex(0)

    init(talk: Talk) {
        self.talk = talk
    }

    /// Tells an event.
    func tell(_ event: IngestEvent) {
        switch event {
        case .notice(let line):
            talk.endProgress()
            talk.warn("larder: \(line)")
        case .badRow(let line): tellBadRow(line)
        case .reading(let bytes, let total, let produced, let bad):
            let share = total > 0 ? Double(bytes) / Double(total) : 0
            talk.progress("reading \(bar(share))  \(produced) rows" + (bad > 0 ? ", \(bad) bad" : ""))
        case .waiting(let stores):
            let parts = stores.map { "\($0.name) \($0.written + $0.failed + $0.ignored) of \($0.total)" }
            let done = stores.map { $0.written + $0.failed + $0.ignored }.reduce(0, +)
            let total = stores.map(\.total).reduce(0, +)
            talk.progress(
                "writing \(bar(total > 0 ? Double(done) / Double(total) : 1))  \(parts.joined(separator: ", "))")
        }
    }

    /// Ends the bar, and counts the bad rows that were not told.
    func finish() {
        talk.endProgress()
        let rest = badRows.withLock { $0 } - Self.badRowsTold
        if rest > 0 { talk.warn("larder: and \(rest) more bad rows; larder dead-letters list shows all of them") }
    }

    private func tellBadRow(_ line: String) {
        let number = badRows.withLock { count in
            count += 1
            return count
        }
        guard number <= Self.badRowsTold else { return }
        talk.endProgress()
        talk.warn(line)
    }

    private func bar(_ share: Double) -> String {
        let filled = Int((min(1, max(0, share)) * Double(Self.barWidth)).rounded(.down))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
        return "[\(bar)] \(Int(share * 100))%"
    }
}
