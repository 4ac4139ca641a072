import CRdKafka
import FeatureModel
import RowCoding

/// Customers' rows in a topic: in every round a newer row of each key, spread over the partitions.
final class KafkaRows {
    static let topic = "customers"
    static let partitions: Int32 = 12

    /// Where the round that comes next begins, by partition.
    private(set) var offsets = [Int64](repeating: 0, count: Int(partitions))
    private let producer: BareKafkaProducer
    private let keys = RedisKeyEncoder(featureSet: CustomerSet.definition)
    private var round: Int64 = 0

    init(bootstrapServers: String) throws {
        producer = try BareKafkaProducer(bootstrapServers: bootstrapServers, topic: Self.topic)
    }

    /// How many bytes a row's value takes in Redis.
    static var valueBytes: Int {
        RedisValueEncoder(featureSet: CustomerSet.definition, encoding: .v1).bytes(of: CustomerSet.row(250_000)).count
    }

    /// Appends a round of rows, and behind them one row of a new key to every partition: when the store has those, it has
    /// them all.
    ///
    /// - Returns: how many that were.
    func append(_ rows: Int) throws -> Int {
        round += 1
        for number in 0..<rows { try send(CustomerSet.row(number), to: Int32(number) % Self.partitions) }
        for partition in 0..<Self.partitions {
            try send(CustomerSet.row(100_000_000 + Int(round) * 100 + Int(partition)), to: partition)
        }
        try producer.flush()
        return rows + Int(Self.partitions)
    }

    private func send(_ row: ValidatedRow, to partition: Int32) throws {
        let set = CustomerSet.definition
        let entities = zip(set.entities, row.key.values).map { Field(name: $0.name, value: $1) }
        let features = zip(set.features, row.features).map { Field(name: $0.name, value: $1) }
        let message = FeatureRow(
            featureSet: "\(set.reference)",
            eventTimestamp: Timestamp(seconds: row.eventTimestamp.seconds + round), fields: entities + features,
            ingestionID: "bench")
        try producer.send(
            key: keys.bytes(of: row.key), payload: FeatureRowEncoding.bytes(of: message), partition: partition)
        offsets[Int(partition)] += 1
    }
}
