import FeatureModel
import Logging

/// Logs lost rows: once a minute per reason, with how many there were meanwhile.
actor LossLog {
    private struct Entry {
        var lastLogged: Timestamp
        var unlogged: Int
    }

    private let logger: Logger
    private let wallClock: @Sendable () -> Timestamp
    private var entries: [DeadLetterReason: Entry] = [:]

    init(logger: Logger, wallClock: @escaping @Sendable () -> Timestamp) {
        self.logger = logger
        self.wallClock = wallClock
    }

    func add(_ letters: [DeadLetter]) {
        let now = wallClock()
        for (reason, group) in Dictionary(grouping: letters, by: \.reason) {
            var entry = entries[reason] ?? Entry(lastLogged: .earliest, unlogged: 0)
            entry.unlogged += group.count
            if now.wholeSeconds(since: entry.lastLogged) >= 60 || now < entry.lastLogged {
                log(entry.unlogged, reason, example: group.first)
                entry = Entry(lastLogged: now, unlogged: 0)
            }
            entries[reason] = entry
        }
    }

    /// Logs what has been counted and not yet logged, at the end of a run.
    func flush() {
        for (reason, entry) in entries where entry.unlogged > 0 {
            log(entry.unlogged, reason, example: nil)
            entries[reason]?.unlogged = 0
        }
    }

    private func log(_ count: Int, _ reason: DeadLetterReason, example: DeadLetter?) {
        var metadata: Logger.Metadata = ["reason": "\(reason.rawValue)", "rows": "\(count)"]
        if let example {
            metadata["letter"] = "\(example.id)"
            metadata["example"] = "\(example.message)"
        }
        logger.warning("rows set aside", metadata: metadata)
    }
}
