import Glibc

/// Rounds of rows out of Kafka into Redis, by the bare programs and by workers in turn. Blocks.
final class KafkaRun {
    /// What the rounds came to.
    struct Figures {
        var floor = Samples()
        var oneWorker = Samples()
        var twoWorkers = Samples()
        /// The most memory that the first worker ever used, in MiB.
        var memory = 0.0
    }

    /// How long rows may be under way before the run is given up.
    private static let patience = 120.0

    private let scale: Scale
    private let server: RedisServer
    private let cluster: KafkaCluster
    private let redis: RedisQuestions
    private let rows: KafkaRows
    private let floor: BareKafkaToRedis
    private let job: KafkaJob
    private var workers: [ChildProcess] = []
    private var expectedKeys = 0

    init(larder: String, directory: String, scale: Scale) throws {
        self.scale = scale
        server = try RedisServer(in: "\(directory)/redis")
        cluster = try KafkaCluster(topic: KafkaRows.topic, partitions: KafkaRows.partitions)
        redis = try RedisQuestions(port: server.port)
        rows = try KafkaRows(bootstrapServers: cluster.bootstrapServers)
        floor = try BareKafkaToRedis(
            bootstrapServers: cluster.bootstrapServers, redisPort: server.port, valueBytes: KafkaRows.valueBytes,
            database: 1)
        job = try KafkaJob(
            larder: larder, directory: "\(directory)/job", bootstrapServers: cluster.bootstrapServers,
            redisPort: server.port)
    }

    func run() throws -> Figures {
        defer { end() }
        var figures = Figures()
        try join()
        // Every key is there from now on, so that each row replaces one.
        _ = try round()
        for _ in 0..<scale.kafkaRounds {
            let rates = try round()
            figures.floor.add(rates.floor)
            figures.oneWorker.add(rates.product)
        }
        figures.memory = Double(try ProcessReading(of: workers[0].id).peakResidentKiB) / 1024
        try join()
        for _ in 0..<max(2, scale.kafkaRounds / 3) { figures.twoWorkers.add(try round().product) }
        return figures
    }

    /// One more worker, until all of them have partitions and have written.
    private func join() throws {
        let strangers = try redis.connections() - workers.count
        workers.append(try job.startWorker())
        let stopwatch = Stopwatch()
        while try redis.connections() < strangers + workers.count {
            _ = try append(0)
            try waitForRows(stopwatch)
        }
    }

    private func round() throws -> (floor: Double, product: Double) {
        for worker in workers { worker.signal(SIGSTOP) }
        let offsets = rows.offsets
        let count = try append(scale.kafkaRows)
        let bare = try floor.run(topic: KafkaRows.topic, from: offsets, rows: count)
        let stopwatch = Stopwatch()
        for worker in workers { worker.signal(SIGCONT) }
        try waitForRows(stopwatch)
        return (bare, Double(count) / stopwatch.seconds)
    }

    private func append(_ count: Int) throws -> Int {
        let appended = try rows.append(count)
        if expectedKeys < scale.kafkaRows { expectedKeys += count }
        expectedKeys += Int(KafkaRows.partitions)
        return appended
    }

    private func waitForRows(_ stopwatch: Stopwatch) throws {
        while try redis.keys() < expectedKeys {
            guard stopwatch.seconds < Self.patience, workers.allSatisfy(\.isRunning) else {
                throw BenchFailure("the store has \(try redis.keys()) keys of \(expectedKeys)")
            }
            usleep(2_000)
        }
    }

    private func end() {
        for worker in workers {
            worker.signal(SIGCONT)
            worker.stop()
        }
        cluster.stop()
        server.stop()
    }
}
