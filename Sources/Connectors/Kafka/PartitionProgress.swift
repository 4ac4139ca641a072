/// How far one partition has come in this consumer.
///
/// Offsets with a name of their own (`committed`, `answered`, `next`) are of the record behind, as Kafka counts.
struct PartitionProgress {
    /// Records in a row that share a created time.
    private struct Run {
        let firstOffset: Int64
        let milliseconds: Int64
    }

    /// What the group had committed is known.
    private(set) var isLearned = false
    /// The offset of the next record to be answered for, as the brokers know it; nil where nothing was committed.
    private(set) var committed: Int64?
    /// The offset of the first record that was handed out; nil where none was.
    private(set) var first: Int64?
    /// The offset behind the last record that was handed out.
    private(set) var next: Int64 = 0
    private var answered: Int64?
    /// The greatest time of all records up to the last one handed out.
    private var greatest: Int64?
    private var runs: [Run] = []

    /// Learns where the group stands.
    ///
    /// - Parameters:
    ///   - committed: the offset of the next record to be answered for; nil where nothing was committed.
    ///   - greatest: the greatest time of the records before it, where it is known.
    mutating func learn(committed: Int64?, greatest: Int64?) {
        isLearned = true
        if let committed { commit(committed) }
        self.greatest = self.greatest.map { max($0, greatest ?? $0) } ?? greatest
    }

    /// The partition was taken away and given back: what others have committed in the meantime is not known.
    mutating func returned() {
        isLearned = false
    }

    /// Notes that a record is handed out.
    ///
    /// - Parameters:
    ///   - offset: the record's.
    ///   - milliseconds: its time; below 0 where it has none.
    /// - Returns: its created time: its own or, where that lies before one that came earlier or is missing, that one.
    mutating func handOut(_ offset: Int64, milliseconds: Int64) -> Int64 {
        let created = max(milliseconds, greatest ?? 0)
        if first == nil { first = offset }
        next = offset + 1
        if created != greatest || runs.isEmpty { runs.append(Run(firstOffset: offset, milliseconds: created)) }
        greatest = created
        return created
    }

    /// Notes that everything up to a record has been answered for. Records that were not handed out since the partition
    /// became ours are passed over.
    mutating func answer(_ offset: Int64) {
        guard let first, offset >= first, offset < next else { return }
        answered = max(answered ?? 0, offset + 1)
    }

    /// What is to be committed; nil where the brokers know it all.
    var uncommitted: Int64? {
        guard let answered, answered > committed ?? -1 else { return nil }
        return answered
    }

    /// The brokers know it now.
    mutating func commit(_ offset: Int64) {
        committed = max(committed ?? 0, offset)
        let past = runs.dropFirst().prefix { $0.firstOffset <= offset }.count
        runs.removeFirst(past)
    }

    /// The greatest time of the records before an offset that was handed out.
    func greatestTime(before offset: Int64) -> Int64? {
        runs.prefix { $0.firstOffset < offset }.last?.milliseconds
    }

    /// The created time of the oldest record that was handed out and not committed; nil where there is none.
    var oldestWaiting: Int64? {
        guard let first, max(committed ?? first, first) < next else { return nil }
        return runs.first?.milliseconds
    }
}
