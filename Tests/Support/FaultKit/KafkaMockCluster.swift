import Foundation
import Glibc
import Synchronization

/// A Kafka cluster of one test's own, on free loopback ports: librdkafka's mock cluster in a process beside the tests.
///
/// It keeps the newest 5 MB of a partition, starts in milliseconds, and takes about three seconds for the first member
/// of a consumer group. It makes topics with first use and knows no TLS, no SASL and no administration of topics. The
/// process is killed, by its pid, when the last reference is gone, and ends by itself when the test's process does.
public final class KafkaMockCluster: Sendable {
    /// Kinds of requests, by their numbers in Kafka's protocol.
    public enum Request: Int32, Sendable {
        /// Appends records.
        case produce = 0
        /// Reads records.
        case fetch = 1
        /// Commits offsets.
        case offsetCommit = 8
        /// Begins an idempotent producer's session.
        case initProducerID = 22
    }

    /// What did not work.
    public struct Failure: Error, CustomStringConvertible {
        /// What was asked and what was answered.
        public let description: String
    }

    /// `127.0.0.1:12345,…`: what a client's `bootstrap.servers` is.
    public let bootstrapServers: String
    /// How many brokers there are; they are numbered from 1.
    public let brokers: Int

    private let process: SpawnedProcess
    private let pipes: Mutex<(commands: FileHandle, answers: FileHandle)>

    /// Starts a cluster, and returns when it takes connections.
    ///
    /// - Throws: ``MissingBackend`` where the program was not built with the tests; ``Failure``.
    public init(brokers: Int = 1) throws {
        let program = try Self.program()
        let (inputEnd, toWrite) = try SpawnedProcess.pipe()
        let (toRead, outputEnd) = try SpawnedProcess.pipe()
        let commands = FileHandle(fileDescriptor: toWrite, closeOnDealloc: true)
        let answers = FileHandle(fileDescriptor: toRead, closeOnDealloc: true)
        let started = Result { try SpawnedProcess([program, "\(brokers)"], input: inputEnd, output: outputEnd) }
        close(inputEnd)
        close(outputEnd)
        process = try started.get()
        self.brokers = brokers
        let greeting = Self.line(from: answers)
        guard greeting.hasPrefix("READY ") else {
            process.signal(SIGKILL)
            process.wait()
            throw Failure(description: "the mock cluster did not start: \(greeting)")
        }
        bootstrapServers = String(greeting.dropFirst("READY ".count))
        pipes = Mutex((commands, answers))
    }

    deinit {
        process.signal(SIGKILL)
        process.wait()
    }

    /// Makes a topic.
    public func createTopic(_ name: String, partitions: Int = 1, replicas: Int = 1) throws {
        try command("topic \(name) \(partitions) \(replicas)")
    }

    /// Has all brokers refuse connections, and drop those that there are.
    public func takeDown() throws {
        for broker in 1...brokers { try command("down \(broker)") }
    }

    /// Ends ``takeDown()``; what the brokers hold is still there.
    public func bringUp() throws {
        for broker in 1...brokers { try command("up \(broker)") }
    }

    /// Makes a broker the leader of a partition.
    public func lead(_ topic: String, partition: Int, broker: Int) throws {
        try command("lead \(topic) \(partition) \(broker)")
    }

    /// Answers the next requests of a kind with an error.
    ///
    /// - Parameters:
    ///   - request: the kind.
    ///   - code: the error's number in Kafka's protocol.
    ///   - times: how many requests.
    public func refuse(_ request: Request, with code: Int, times: Int) throws {
        try command("refuse \(request.rawValue) \(code) \(times)")
    }

    private func command(_ line: String) throws {
        let answer = try pipes.withLock { pipes in
            try pipes.commands.write(contentsOf: Data("\(line)\n".utf8))
            return Self.line(from: pipes.answers)
        }
        guard answer == "ok" else { throw Failure(description: "\(line): \(answer)") }
    }

    private static func line(from handle: FileHandle) -> String {
        var bytes: [UInt8] = []
        while let byte = try? handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// It is beside the tests.
    private static func program() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
        let path = folder.appendingPathComponent("KafkaMockBroker").path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw MissingBackend(program: path) }
        return path
    }
}
