import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

/// A client that is not ours writes what we read, and reads what we write.
@Suite("Kafka and a client that is not ours")
struct KafkaStrangerTests {
    private func kcat(_ fixture: KafkaFixture, _ arguments: [String], input: String? = nil) async throws -> String {
        let program = try MissingBackend.orSkip { try ProgramPath.find("kcat") }
        let words = ["-q", "-b", fixture.cluster.bootstrapServers, "-t", fixture.topic] + arguments
        let (ending, output, errors) = try await ChildProcess.run(program, words, input: input)
        #expect(ending == .exited(0), "\(errors)")
        return output
    }

    @Test("what kcat writes is read as it is, with its time; without a value it is an empty row")
    func kcatWrites() async throws {
        let fixture = try KafkaFixture()
        _ = try await kcat(fixture, ["-P", "-p", "0", "-z", "gzip"], input: "one\ntwo é\n")
        _ = try await kcat(fixture, ["-P", "-p", "0", "-K", ":", "-Z"], input: "gone:\n")
        let records = try await KafkaFixture.read(3, from: try fixture.source())
        #expect(KafkaFixture.texts(records) == ["one", "two é", ""])
        #expect(records.map(\.position) == (0...2).map { SourcePosition(partition: 0, offset: $0) })
        let printed = try await kcat(fixture, ["-C", "-e", "-o", "beginning", "-f", "%T\n"])
        let times = records.map {
            $0.createdTimestamp.seconds * 1000 + Int64($0.createdTimestamp.nanoseconds / 1_000_000)
        }
        #expect(printed.split(separator: "\n").map { Int64($0) } == times)
    }

    @Test("what we write, kcat reads as it is, without a key")
    func kcatReads() async throws {
        let fixture = try KafkaFixture()
        _ = try await fixture.publisher().publish(KafkaFixture.records(1...3), ingestion: "file")
        let printed = try await kcat(fixture, ["-C", "-e", "-o", "beginning", "-f", "%K %s\n"])
        #expect(printed == "-1 row 1\n-1 row 2\n-1 row 3\n")
    }

    @Test("offsets and the greatest created time stand with the group")
    func committed() async throws {
        let fixture = try KafkaFixture()
        _ = try await kcat(fixture, ["-P", "-p", "0"], input: "one\ntwo\nthree\n")
        let source = try fixture.source(group: "shared")
        let records = try await KafkaFixture.read(3, from: source)
        try await source.commit([records[1].position])
        await source.close()
        let configuration = try KafkaConfiguration(fixture.place)
        let role = KafkaConfiguration.Role.consumer(group: "shared")
        let offsets = KafkaOffsets(
            client: try KafkaClient(configuration.properties(for: role), role: role), topic: fixture.topic,
            timeout: .seconds(5))
        let time = records[1].createdTimestamp
        let milliseconds = time.seconds * 1000 + Int64(time.nanoseconds / 1_000_000)
        #expect(
            try offsets.committed(of: [0])
                == [0: KafkaOffsets.Committed(offset: 2, metadata: CommittedTime.text(milliseconds))])
    }
}
