import Documents
import FeatureModel
import Foundation

/// A job from the topic of ``KafkaRows`` into a Redis store, as a file that workers run.
struct KafkaJob: Sendable {
    let larder: String
    let directory: String

    init(larder: String, directory: String, bootstrapServers: String, redisPort: UInt16) throws {
        self.larder = larder
        self.directory = directory
        let source = SourceDefinition(
            type: "KAFKA",
            config: ["bootstrap_servers": bootstrapServers, "topic": KafkaRows.topic])
        let store = StoreDefinition(
            name: "online", type: "REDIS", config: ["host": "127.0.0.1", "port": "\(redisPort)"],
            subscriptions: [.everything])
        let letters = StoreDefinition(name: "letters", type: "SQLITE", config: ["path": "\(directory)/letters.db"])
        let specification = JobSpecification(
            job: "job-bench-0001", consumerGroup: "bench", project: "bench", source: ConfiguredSource(source),
            store: ConfiguredStore(store), deadLetters: ConfiguredStore(letters),
            featureSets: [CustomerSet.definition])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try specification.yaml.write(toFile: "\(directory)/job.yaml", atomically: false, encoding: .utf8)
    }

    /// Starts one more worker.
    func startWorker() throws -> ChildProcess {
        try ChildProcess([larder, "worker", "--spec", "\(directory)/job.yaml"], errors: "\(directory)/worker.log")
    }
}
