import CRdKafka
import Glibc

/// The brokers, and what can be done to them.
struct MockCluster {
    private let client: OpaquePointer
    private let cluster: OpaquePointer

    init?(brokers: Int32) {
        let configuration = rd_kafka_conf_new()
        if let configuration { larder_kafka_silence(configuration) }
        guard let client = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0),
            let cluster = rd_kafka_mock_cluster_new(client, brokers)
        else { return nil }
        self.client = client
        self.cluster = cluster
    }

    /// `127.0.0.1:12345,127.0.0.1:12346`.
    var endpoints: String { String(cString: rd_kafka_mock_cluster_bootstraps(cluster)) }

    func end() {
        rd_kafka_mock_cluster_destroy(cluster)
        rd_kafka_destroy(client)
    }

    /// Does what a command says.
    ///
    /// - `topic NAME PARTITIONS REPLICAS` makes a topic.
    /// - `down BROKER`, `up BROKER`: a broker refuses connections, and takes them again.
    /// - `lead TOPIC PARTITION BROKER` makes a broker the partition's leader.
    /// - `refuse API CODE TIMES` answers the next requests of a kind with an error.
    ///
    /// - Returns: why it could not be done; nil when it was.
    func obey(_ words: [String]) -> String? {
        let numbers = words.compactMap { Int32($0) }
        switch (words.first, words.count, numbers.count) {
        case ("topic", 4, 2): return text(of: rd_kafka_mock_topic_create(cluster, words[1], numbers[0], numbers[1]))
        case ("down", 2, 1): return text(of: rd_kafka_mock_broker_set_down(cluster, numbers[0]))
        case ("up", 2, 1): return text(of: rd_kafka_mock_broker_set_up(cluster, numbers[0]))
        case ("lead", 4, 2):
            return text(of: rd_kafka_mock_partition_set_leader(cluster, words[1], numbers[0], numbers[1]))
        case ("refuse", 4, 3): return refuse(numbers[0], with: numbers[1], times: numbers[2])
        default: return "unknown command"
        }
    }

    private func refuse(_ api: Int32, with code: Int32, times: Int32) -> String? {
        let codes = [rd_kafka_resp_err_t](repeating: rd_kafka_resp_err_t(code), count: Int(times))
        rd_kafka_mock_push_request_errors_array(cluster, Int16(api), codes.count, codes)
        return nil
    }

    private func text(of code: rd_kafka_resp_err_t) -> String? {
        code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : String(cString: rd_kafka_err2str(code))
    }
}
