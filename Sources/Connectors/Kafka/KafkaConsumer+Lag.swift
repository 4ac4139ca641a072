import FeatureModel
import StorageAPI

extension KafkaConsumer {
    /// How far the group is behind in the partitions that are ours or, before it is known which these are, in all.
    func lag() throws(KafkaFault) -> SourceLag {
        let partitions = try isMember ? progress.keys.sorted() : topicPartitions()
        guard !partitions.isEmpty else { return SourceLag(records: 0, oldest: nil) }
        let ends = try ends(of: partitions)
        let committed = try committed(of: partitions)
        let starts = try starts(of: partitions.filter { committed[$0] == nil }, ends: ends)
        let lags = partitions.map { partition in
            let end = ends[partition] ?? 0
            let next = committed[partition] ?? starts[partition] ?? 0
            return PartitionLag(
                partition: partition, committed: committed[partition], end: end, records: max(0, end - next))
        }
        let oldest = progress.values.compactMap(\.oldestWaiting).min().map(Timestamp.init(milliseconds:))
        return SourceLag(records: lags.reduce(0) { $0 + $1.records }, oldest: oldest, partitions: lags)
    }

    /// Where partitions end, as the brokers said with the records that they sent last; they are asked where nothing has
    /// been fetched yet. A question would stand behind the fetch that waits for records, and the records behind it.
    private func ends(of partitions: [Int32]) throws(KafkaFault) -> [Int32: Int64] {
        var ends: [Int32: Int64] = [:]
        for partition in partitions where progress[partition] != nil {
            if let end = offsets.lastKnownEnd(of: partition) { ends[partition] = end }
        }
        let unknown = partitions.filter { ends[$0] == nil }
        if !unknown.isEmpty { ends.merge(try offsets.ends(of: unknown)) { $1 } }
        return ends
    }

    private func topicPartitions() throws(KafkaFault) -> [Int32] {
        try client.report(on: configuration.topic, timeout: configuration.requestTimeout).partitions
    }

    private func committed(of partitions: [Int32]) throws(KafkaFault) -> [Int32: Int64] {
        var committed = progress.compactMapValues(\.committed)
        let unknown = partitions.filter { progress[$0]?.isLearned != true }
        guard !unknown.isEmpty else { return committed }
        for (partition, answer) in try offsets.committed(of: unknown) { committed[partition] = answer.offset }
        return committed
    }

    /// Where partitions count from in which nothing was committed.
    private func starts(of partitions: [Int32], ends: [Int32: Int64]) throws(KafkaFault) -> [Int32: Int64] {
        guard !partitions.isEmpty else { return [:] }
        switch configuration.start {
        case .earliest: return try offsets.beginnings(of: partitions)
        case .latest:
            return Dictionary(uniqueKeysWithValues: partitions.map { ($0, progress[$0]?.first ?? ends[$0] ?? 0) })
        }
    }
}
