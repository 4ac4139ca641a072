import CHiredis
import CRdKafka
import Glibc

/// The bare way of rows from Kafka to Redis, as the libraries' documentation has it: batches of a consumer; each message's
/// key and the first bytes of its payload appended as a `SET`; then all the answers. Nothing is looked at. A hundred are
/// under way at a time, as with `redis-benchmark -P 100`, the floor of the other lines.
final class BareKafkaToRedis {
    private static let batch = 100

    private let client: BareKafkaClient
    private let queue: OpaquePointer
    private let redis: UnsafeMutablePointer<redisContext>
    private let valueBytes: Int
    private let messages: UnsafeMutablePointer<UnsafeMutablePointer<rd_kafka_message_t>?>
    private let command = strdup("SET")

    /// - Parameters:
    ///   - valueBytes: how many bytes of a payload are written: as many as the product writes of a row.
    ///   - database: a database of the server that the product does not use.
    init(bootstrapServers: String, redisPort: UInt16, valueBytes: Int, database: Int) throws {
        client = try BareKafkaClient(
            RD_KAFKA_CONSUMER,
            [
                ("bootstrap.servers", bootstrapServers), ("group.id", "floor"), ("enable.auto.commit", "false"),
                ("queued.min.messages", "1000000"), ("auto.offset.reset", "error"),
            ])
        rd_kafka_poll_set_consumer(client.handle)
        guard let queue = rd_kafka_queue_get_consumer(client.handle) else { throw BenchFailure("there is no queue") }
        self.queue = queue
        guard let redis = redisConnect("127.0.0.1", Int32(redisPort)), redis.pointee.err == 0 else {
            throw BenchFailure("hiredis does not connect to port \(redisPort)")
        }
        self.redis = redis
        self.valueBytes = valueBytes
        messages = .allocate(capacity: Self.batch)
        CStrings.with(["SELECT", "\(database)"]) { arguments in
            var pointers = [UnsafePointer(arguments[0]), UnsafePointer(arguments[1])]
            _ = redisAppendCommandArgv(redis, 2, &pointers, nil)
        }
        try takeAnswers(1)
    }

    deinit {
        rd_kafka_queue_destroy(queue)
        rd_kafka_consumer_close(client.handle)
        redisFree(redis)
        messages.deallocate()
        free(command)
    }

    /// Moves a number of rows, beginning at an offset of every partition.
    ///
    /// - Returns: rows per second, from the first message to the last answer.
    func run(topic: String, from offsets: [Int64], rows: Int) throws -> Double {
        let list = rd_kafka_topic_partition_list_new(Int32(offsets.count))
        defer { rd_kafka_topic_partition_list_destroy(list) }
        for (partition, offset) in offsets.enumerated() {
            rd_kafka_topic_partition_list_add(list, topic, Int32(partition)).pointee.offset = offset
        }
        guard rd_kafka_assign(client.handle, list) == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw BenchFailure("librdkafka does not take the partitions")
        }
        var moved = 0
        var stopwatch: Stopwatch?
        let patience = Stopwatch()
        while moved < rows {
            guard patience.seconds < 60 else { throw BenchFailure("the bare consumer got \(moved) rows of \(rows)") }
            let count = try append()
            if count > 0, stopwatch == nil { stopwatch = Stopwatch() }
            try takeAnswers(count)
            moved += count
        }
        guard moved == rows, let stopwatch else { throw BenchFailure("the bare consumer got \(moved) rows of \(rows)") }
        return Double(rows) / stopwatch.seconds
    }

    /// Appends a command for each of the next messages.
    private func append() throws -> Int {
        let taken = max(0, rd_kafka_consume_batch_queue(queue, 5, messages, Self.batch))
        for index in 0..<taken {
            guard let message = messages[index] else { continue }
            guard message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
                throw BenchFailure("the bare consumer: \(String(cString: rd_kafka_err2str(message.pointee.err)))")
            }
            append(message.pointee)
            rd_kafka_message_destroy(message)
        }
        return taken
    }

    private func append(_ message: rd_kafka_message_t) {
        let (key, value) = (message.key, message.payload)
        withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: 3) { arguments in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: 3) { sizes in
                arguments[0] = command.map { UnsafePointer($0) }
                arguments[1] = key.map { UnsafePointer($0.assumingMemoryBound(to: CChar.self)) }
                arguments[2] = value.map { UnsafePointer($0.assumingMemoryBound(to: CChar.self)) }
                (sizes[0], sizes[1], sizes[2]) = (3, message.key_len, min(message.len, valueBytes))
                _ = redisAppendCommandArgv(redis, 3, arguments.baseAddress, sizes.baseAddress)
            }
        }
    }

    private func takeAnswers(_ count: Int) throws {
        for _ in 0..<count {
            var answer: UnsafeMutableRawPointer?
            guard redisGetReply(redis, &answer) == REDIS_OK, let answer else {
                throw BenchFailure("hiredis gets no answer")
            }
            freeReplyObject(answer)
        }
    }
}
