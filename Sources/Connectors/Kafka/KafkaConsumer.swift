import CRdKafka
import FeatureModel
import StorageAPI

/// A member of a consumer group: the client, the partitions that it owns, and the records that were taken out of
/// librdkafka's queue and not handed out yet.
///
/// Its calls block; it belongs to the actor of a source.
final class KafkaConsumer {
    private static let largestChunk = 1000

    let configuration: KafkaConfiguration
    let client: KafkaClient
    /// The partitions that are ours now.
    var progress: [Int32: PartitionProgress] = [:]
    /// Partitions that were taken away with the group's latest change, and may be given back by it.
    var parted: [Int32: PartitionProgress] = [:]
    /// True once the group has said which partitions are ours, be it none.
    private(set) var isMember = false

    private let doorbell: Doorbell
    private let reminder: FetchReminder
    private let queue: OpaquePointer
    private let messages: UnsafeMutablePointer<UnsafeMutablePointer<rd_kafka_message_t>?>
    private var pending: [FetchedRecord] = []
    private var pendingBytes = 0
    private var bytesPerRecord = 4096
    private var refusal: KafkaFault?
    private var isClosed = false

    /// Sees to it that there is a topic, and joins the group; the first partitions come some time later.
    ///
    /// - Parameter doorbell: rung when there may be something to take.
    init(_ configuration: KafkaConfiguration, group: String, doorbell: Doorbell) throws(KafkaFault) {
        try KafkaTopic(configuration: configuration).ensure()
        let role = KafkaConfiguration.Role.consumer(group: group)
        let client = try KafkaClient(configuration.properties(for: role), role: role)
        queue = try Self.join(client, topic: configuration.topic)
        messages = .allocate(capacity: Self.largestChunk)
        self.client = client
        self.configuration = configuration
        self.doorbell = doorbell
        reminder = FetchReminder(
            count: KafkaConfiguration.mostQueuedRecords, bytes: configuration.queueMaxKilobytes * 1024)
        rd_kafka_queue_cb_event_enable(
            queue, { _, opaque in opaque.map { Unmanaged<Doorbell>.fromOpaque($0).takeUnretainedValue().ring() } },
            Unmanaged.passUnretained(doorbell).toOpaque())
    }

    deinit {
        close()
        messages.deallocate()
    }

    /// Takes the next records that are here, without waiting.
    ///
    /// - Returns: the records; empty where none is here.
    func take(maxRecords: Int, maxBytes: Int) throws(KafkaFault) -> [SourceRecord] {
        while pending.count < maxRecords, pendingBytes < maxBytes {
            let byBytes = (maxBytes - pendingBytes) / bytesPerRecord
            guard fetch(min(maxRecords - pending.count, max(1, byBytes), Self.largestChunk)) else { break }
        }
        if pending.isEmpty, let refusal {
            self.refusal = nil
            throw refusal
        }
        try learn()
        return handOut(maxRecords: maxRecords, maxBytes: maxBytes)
    }

    /// Where there was trouble, asks whether the brokers answer and the topic is still there.
    func checkBrokers() throws(KafkaFault) {
        guard client.events.trouble != nil else { return }
        let report = try client.report(on: configuration.topic, timeout: configuration.requestTimeout)
        client.events.forgetTrouble()
        if report.partitions.isEmpty { throw .missingTopic }
    }

    /// Leaves the group. Calling it twice is harmless.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        rd_kafka_queue_cb_event_enable(queue, nil, nil)
        rd_kafka_consumer_close(client.handle)
        rd_kafka_queue_destroy(queue)
    }

    private static func join(_ client: KafkaClient, topic: String) throws(KafkaFault) -> OpaquePointer {
        rd_kafka_poll_set_consumer(client.handle)
        let wanted = PartitionList(topic: topic)
        wanted.add(larder_kafka_any_partition(), offset: Int64(RD_KAFKA_OFFSET_INVALID))
        let code = rd_kafka_subscribe(client.handle, wanted.native)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw .refused(KafkaCode(code)) }
        guard let queue = rd_kafka_queue_get_consumer(client.handle) else {
            throw .refused(KafkaCode(RD_KAFKA_RESP_ERR__UNKNOWN_GROUP))
        }
        return queue
    }

    /// Moves records from librdkafka's queue into ours, and serves what else is in it.
    ///
    /// - Returns: false where the queue is empty.
    private func fetch(_ count: Int) -> Bool {
        let taken = rd_kafka_consume_batch_queue(queue, 0, messages, count)
        // Changes first: librdkafka has already left out what was fetched for partitions that are gone.
        for change in client.events.takeChanges() { apply(change) }
        guard taken > 0 else { return false }
        var bytes = 0
        for index in 0..<taken {
            guard let message = messages[index] else { continue }
            bytes += message.pointee.len
            keep(message)
            rd_kafka_message_destroy(message)
        }
        bytesPerRecord = max(1, bytes / taken)
        remind()
        return true
    }

    private func remind() {
        let waiting = rd_kafka_queue_length(queue)
        nonisolated(unsafe) let offsets = offsets  // librdkafka's handles are safe from any thread
        let partitions = Array(progress.keys)
        reminder.look(count: waiting, bytes: waiting * bytesPerRecord) { _ = try? offsets.ends(of: partitions) }
    }

    private func keep(_ message: UnsafeMutablePointer<rd_kafka_message_t>) {
        let code = KafkaCode(message.pointee.err)
        guard code.isSuccess else { return note(code) }
        guard progress[message.pointee.partition] != nil else { return }
        let record = FetchedRecord(message)
        pending.append(record)
        pendingBytes += record.payload.count
    }

    private func note(_ code: KafkaCode) {
        // A member that was silent for too long joins again by itself.
        if code.native == RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED { return }
        if KafkaVerdict(code).isTransient {
            client.events.note(code)
        } else {
            refusal = .refused(code)
        }
    }

    private func apply(_ change: KafkaEvents.Change) {
        isMember = true
        switch change {
        case .assigned(let partitions):
            for partition in partitions {
                progress[partition] = parted[partition] ?? PartitionProgress()
                progress[partition]?.returned()
            }
            parted = [:]
        case .revoked(let partitions):
            for partition in partitions { parted[partition] = progress.removeValue(forKey: partition) }
            pending.removeAll { progress[$0.position.partition] == nil }
            pendingBytes = pending.reduce(0) { $0 + $1.payload.count }
        }
    }

    /// Learns where the group stands in partitions that have become ours.
    private func learn() throws(KafkaFault) {
        let fresh = progress.filter { !$0.value.isLearned }.keys.sorted()
        guard !fresh.isEmpty else { return }
        for (partition, committed) in try offsets.committed(of: fresh) {
            progress[partition]?.learn(
                committed: committed.offset, greatest: CommittedTime.milliseconds(committed.metadata))
        }
        // What was answered for while the group was changing; where it fails, the next commit makes up for it.
        try? commit([])
    }

    private func handOut(maxRecords: Int, maxBytes: Int) -> [SourceRecord] {
        var records: [SourceRecord] = []
        var bytes = 0
        for record in pending {
            guard records.count < maxRecords, bytes < maxBytes || records.isEmpty else { break }
            bytes += record.payload.count
            records.append(handedOut(record))
        }
        pending.removeFirst(records.count)
        pendingBytes -= bytes
        for partition in Set(records.map(\.position.partition)) {
            if let next = progress[partition]?.next { client.events.resume(partition, at: next) }
        }
        return records
    }

    private func handedOut(_ record: FetchedRecord) -> SourceRecord {
        let (partition, offset) = (record.position.partition, record.position.offset)
        let created =
            progress[partition]?.handOut(offset, milliseconds: record.milliseconds) ?? max(0, record.milliseconds)
        return SourceRecord(
            position: record.position, createdTimestamp: Timestamp(milliseconds: created), payload: record.payload)
    }
}

extension KafkaConsumer {
    /// Asks the brokers for offsets.
    var offsets: KafkaOffsets {
        KafkaOffsets(client: client, topic: configuration.topic, timeout: configuration.requestTimeout)
    }
}
