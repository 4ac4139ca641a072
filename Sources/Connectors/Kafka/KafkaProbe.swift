import CRdKafka
import StorageAPI

/// Asks the brokers how the topic is, without making it and without joining a group.
actor KafkaProbe {
    private let executor = QueueExecutor(label: "larder.kafka.probe")
    private let configuration: KafkaConfiguration
    private let failure: KafkaFailure

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: KafkaConfiguration, failure: KafkaFailure) {
        self.configuration = configuration
        self.failure = failure
    }

    /// Asks; waits for `request_timeout_ms` per question at most.
    func run() throws(StoreError) -> StoreProbe {
        do throws(KafkaFault) {
            let client = try KafkaClient(configuration.properties(for: .observer), role: .observer)
            let report = try KafkaTopic(configuration: configuration).report(client)
            return StoreProbe(
                holdings: try records(client, report.partitions), holdingsUnit: "records",
                endpoint: configuration.endpoint, facts: facts(report))
        } catch {
            throw failure.error(error, operation: "ask how it is")
        }
    }

    private func facts(_ report: KafkaTopicReport) -> [StoreProbe.Fact] {
        let topic =
            report.partitions.isEmpty
            ? "not there yet; it is made with its first use" : "\(report.partitions.count) partitions"
        var facts = [
            StoreProbe.Fact("topic", topic), StoreProbe.Fact("brokers", "\(report.brokers)"),
            StoreProbe.Fact("client", "librdkafka \(String(cString: rd_kafka_version_str()))"),
        ]
        if report.leaderless > 0 {
            facts.insert(StoreProbe.Fact("without a leader", "\(report.leaderless) partitions"), at: 1)
        }
        return facts
    }

    /// How many records the topic holds: those that were not removed yet. In a compacted topic it is the most that
    /// there can be.
    private func records(_ client: KafkaClient, _ partitions: [Int32]) throws(KafkaFault) -> Int64 {
        guard !partitions.isEmpty else { return 0 }
        let offsets = KafkaOffsets(client: client, topic: configuration.topic, timeout: configuration.requestTimeout)
        let ends = try offsets.ends(of: partitions)
        let beginnings = try offsets.beginnings(of: partitions)
        return ends.reduce(0) { $0 + max(0, $1.value - (beginnings[$1.key] ?? 0)) }
    }
}
