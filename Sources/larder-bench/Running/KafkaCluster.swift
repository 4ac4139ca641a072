/// A Kafka cluster of the run's own, on a free port of the loopback interface: librdkafka's mock cluster in the program
/// that the tests use. It keeps the newest 5 MB of a partition, as they were sent.
final class KafkaCluster: Sendable {
    let bootstrapServers: String
    private let process: ChildProcess

    init(topic: String, partitions: Int32) throws {
        process = try ChildProcess([BenchLines.besideThisProgram("KafkaMockBroker"), "1"])
        let greeting = process.line()
        guard greeting.hasPrefix("READY ") else {
            process.stop()
            throw BenchFailure("the mock cluster did not start: \(greeting)")
        }
        bootstrapServers = String(greeting.dropFirst("READY ".count))
        try process.say("topic \(topic) \(partitions) 1")
        let answer = process.line()
        guard answer == "ok" else {
            process.stop()
            throw BenchFailure("the mock cluster makes no topic: \(answer)")
        }
    }

    func stop() {
        process.stop()
    }
}
