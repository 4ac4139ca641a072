import TextCanvas

/// What the operator was told: the newest on the message line, the rest under `!`.
struct NoticeLog {
    /// A notice, when it came first, and how often it came.
    struct Entry {
        var notice: Notice
        var at: WallTime
        var count: Int
    }

    private static let capacity = 500

    /// The notices, the oldest first.
    private(set) var entries: [Entry] = []
    /// How many warnings and errors came since the messages were looked at.
    private(set) var unreadCount = 0
    /// True while the newest is on the message line; a key takes it off when it is no warning.
    private(set) var isShown = false

    /// The notice on the message line.
    var current: Notice? { isShown ? entries.last?.notice : nil }

    /// Adds a notice; the same again only counts.
    mutating func add(_ notice: Notice, at time: WallTime) {
        isShown = true
        if notice.level >= .warning { unreadCount += 1 }
        if let last = entries.last, last.notice == notice {
            entries[entries.count - 1].count += 1
            entries[entries.count - 1].at = time
            return
        }
        entries.append(Entry(notice: notice, at: time, count: 1))
        if entries.count > Self.capacity { entries.removeFirst() }
    }

    /// The operator went on: mere notes leave the message line.
    mutating func keyPressed() {
        if let level = current?.level, level < .error { isShown = false }
    }

    /// The messages were looked at.
    mutating func read() {
        unreadCount = 0
    }
}
