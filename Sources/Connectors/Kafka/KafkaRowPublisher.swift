import FeatureModel
import StorageAPI

/// The writing end of a topic. Connects with the first row.
actor KafkaRowPublisher: RowPublisher {
    private enum State {
        /// Not connected, now or no longer; the next call connects.
        case idle
        case open(KafkaProducer)
        case closed
    }

    private let executor = QueueExecutor(label: "larder.kafka.publisher")
    private let configuration: KafkaConfiguration
    private let failure: KafkaFailure
    private var state = State.idle

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: KafkaConfiguration, failure: KafkaFailure) {
        self.configuration = configuration
        self.failure = failure
    }

    func publish(_ records: [PublishedRecord], ingestion: IngestionID) throws(StoreError) -> PublishResult {
        do throws(KafkaFault) {
            if Task.isCancelled { throw .cancelled }
            guard !records.isEmpty else { return PublishResult(appended: 0, alreadyThere: 0, end: []) }
            return try append(records, with: try producer())
        } catch {
            if case .open(let producer) = state, error == .cancelled || producer.client.hasFailedForGood {
                state = .idle
            }
            throw failure.error(error, operation: "append records")
        }
    }

    func close() {
        state = .closed
    }

    private func append(
        _ records: [PublishedRecord], with producer: KafkaProducer
    ) throws(KafkaFault) -> PublishResult {
        let reports = try producer.produce(records)
        if let (index, code) = reports.firstFailure {
            throw .undelivered(
                UndeliveredRows(
                    count: reports.failed, total: records.count, firstRow: records[index].rowNumber,
                    code: producer.client.cause(of: code)))
        }
        producer.client.events.forgetTrouble()
        return PublishResult(appended: reports.delivered, alreadyThere: 0, end: reports.end)
    }

    private func producer() throws(KafkaFault) -> KafkaProducer {
        switch state {
        case .closed: throw .closed
        case .open(let producer): return producer
        case .idle:
            let producer = try KafkaProducer(configuration)
            state = .open(producer)
            return producer
        }
    }
}
