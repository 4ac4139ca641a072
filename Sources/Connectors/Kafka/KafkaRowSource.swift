import FeatureModel
import StorageAPI

/// The reading end of a topic, for one consumer group.
///
/// The group is joined with the first call. What blocks does so on a queue of the source's own; waiting for records
/// blocks nothing, so that commits go through in the meantime.
actor KafkaRowSource: RowSource {
    private enum State {
        /// Not in the group, now or no longer; the next call joins.
        case idle
        case open(KafkaConsumer)
        case closed
    }

    /// However quiet librdkafka is, it is looked at this often: a member that never asks is put out of its group.
    private static let longestPause = Duration.seconds(1)

    private let executor = QueueExecutor(label: "larder.kafka.source")
    private let configuration: KafkaConfiguration
    private let consumerGroup: String
    private let failure: KafkaFailure
    private let doorbell = Doorbell()
    private var state = State.idle

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: KafkaConfiguration, consumerGroup: String, failure: KafkaFailure) {
        self.configuration = configuration
        self.consumerGroup = consumerGroup
        self.failure = failure
    }

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        let operation = "read records"
        let deadline = ContinuousClock.now + duration
        while true {
            guard !Task.isCancelled else { throw failure.error(.cancelled, operation: operation) }
            doorbell.silence()
            let records = try run(operation) { consumer throws(KafkaFault) in
                try consumer.take(maxRecords: max(1, maxRecords), maxBytes: maxBytes)
            }
            guard records.isEmpty else { return records }
            let remaining = deadline - .now
            guard remaining > .zero else { break }
            await doorbell.wait(atMost: min(remaining, Self.longestPause))
        }
        try run(operation) { consumer throws(KafkaFault) in try consumer.checkBrokers() }
        return []
    }

    func commit(_ positions: [SourcePosition]) throws(StoreError) {
        guard !positions.isEmpty else { return }
        try run("commit a position") { consumer throws(KafkaFault) in try consumer.commit(positions) }
    }

    func lag() throws(StoreError) -> SourceLag? {
        try run("measure the lag") { consumer throws(KafkaFault) in try consumer.lag() }
    }

    func close() {
        if case .open(let consumer) = state {
            // What is not known to the brokers by now is handed out again.
            try? consumer.commit([])
            consumer.close()
        }
        state = .closed
        doorbell.ring()
    }

    /// Gives a body the consumer, and translates what it throws. A consumer that can do no more is left.
    private func run<Value>(
        _ operation: String, _ body: (KafkaConsumer) throws(KafkaFault) -> Value
    ) throws(StoreError) -> Value {
        do throws(KafkaFault) {
            return try body(try consumer())
        } catch {
            if case .open(let consumer) = state, consumer.client.hasFailedForGood {
                consumer.close()
                state = .idle
            }
            throw failure.error(error, operation: operation)
        }
    }

    private func consumer() throws(KafkaFault) -> KafkaConsumer {
        switch state {
        case .closed: throw .closed
        case .open(let consumer): return consumer
        case .idle:
            let consumer = try KafkaConsumer(configuration, group: consumerGroup, doorbell: doorbell)
            state = .open(consumer)
            return consumer
        }
    }
}
