/// Rows out of Kafka into Redis by a worker, beside a bare consumer and a bare writer of the same bytes.
struct KafkaLine: BenchLine {
    let larder: String

    var promises: [Measurement] { promises(Scale.full) }

    private func promises(_ scale: Scale) -> [Measurement] {
        let rows = "\(scale.kafkaRows) rows x 10 features that replace older ones"
        return [
            Measurement(
                "ingest.kafka-to-redis",
                "\(rows), from 12 partitions of Kafka to Redis by one worker, newest event wins; floor: a bare consumer and bare pipelined SETs of the same bytes",
                unit: .rowsPerSecond, limit: .shareOfFloor(0.5)),
            Measurement(
                "ingest.kafka-memory",
                "the most memory of that worker over \(scale.kafkaRows * scale.kafkaRounds) rows",
                unit: .mebibytes, limit: .atMost(150_000_000 / 1_048_576)),
            Measurement(
                "ingest.kafka-second-worker", "the same by two workers, for information; floor: one worker",
                unit: .rowsPerSecond, limit: .comparison),
        ]
    }

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let (larder, directory, scale) = (larder, "\(context.folder)/kafka", context.scale)
        let figures = try await Blocking.run {
            try KafkaRun(larder: larder, directory: directory, scale: scale).run()
        }
        let outcomes: [Measurement.Outcome] = [
            .measured(product: figures.oneWorker.median, floor: figures.floor.median),
            .measured(product: figures.memory, floor: nil),
            .measured(product: figures.twoWorkers.median, floor: figures.oneWorker.median),
        ]
        return zip(promises(scale), outcomes).map { $0.with($1) }
    }
}
