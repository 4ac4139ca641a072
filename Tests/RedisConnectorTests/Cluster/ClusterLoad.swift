import FaultKit
import FeatureModel
import StorageAPI
import Synchronization
import Testing

@testable import RedisConnector

/// Two writers and two readers of a cluster, who go on until they are told to end; every answer is compared with the truth.
final class ClusterLoad: Sendable {
    /// How many rows a batch has.
    static let batchSize = 500
    private static let freshPerBatch: Int64 = 50
    private static let oftenWritten: Int64 = 1_000

    let truth = RowTruth()
    let progress = LoadProgress()
    private let sinks: [RedisClusterFeatureSink]
    private let retrievers: [RedisClusterOnlineRetriever]
    private let outage = Mutex(Duration.zero)

    init(on fixture: RedisClusterFixture) throws {
        sinks = try (0..<2).map { _ in try fixture.sink() }
        retrievers = try (0..<2).map { _ in try fixture.retriever() }
    }

    /// How often the cluster did not answer writers and readers at once.
    var counts: ClusterCounts {
        (sinks.map(\.counts) + retrievers.map(\.counts)).reduce(into: ClusterCounts()) { $0 += $1 }
    }

    /// The longest time that a reader was without an answer.
    var longestOutage: Duration { outage.withLock(\.self) }

    /// Goes on until ``progress`` is ended or a call fails.
    func run() async throws {
        defer { progress.end() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in sinks.indices {
                group.addTask(executorPreference: OwnQueue()) { [self] in try await write(as: number) }
                group.addTask(executorPreference: OwnQueue()) { [self] in try await read(as: number) }
            }
            do {
                while try await group.next() != nil {}
            } catch {
                progress.end()
                throw error
            }
        }
    }

    /// Writes some places once, besides.
    func write(_ places: [Int64]) async throws {
        try await write(places, to: sinks[0])
    }

    /// Demands that every place has its newest row, and that none was left unanswered.
    func expectEverything() async throws {
        let places = truth.places
        #expect(truth.isSettled(places))
        for start in stride(from: 0, to: places.count, by: 5_000) {
            try await read(Array(places[start..<min(start + 5_000, places.count)]), from: retrievers[0])
        }
    }

    func close() async {
        for sink in sinks { await sink.close() }
        for retriever in retrievers { await retriever.close() }
    }

    /// Writes places again and again in batches, each with some that are new.
    private func write(as number: Int) async throws {
        var generator = SequenceGenerator(state: UInt64(number))
        let own = Int64(number) * Self.oftenWritten..<Int64(number + 1) * Self.oftenWritten
        var fresh = Self.firstFresh(number)
        while !progress.isOver {
            let again = own.shuffled(using: &generator).prefix(Self.batchSize - Int(Self.freshPerBatch))
            try await write(again + Array(fresh..<fresh + Self.freshPerBatch), to: sinks[number])
            fresh += Self.freshPerBatch
            progress.wrote()
        }
    }

    private func write(_ places: [Int64], to sink: RedisClusterFeatureSink) async throws {
        let rows = truth.nextRows(places)
        let result = try await sink.write(RedisFixture.batch(rows))
        #expect(result == WriteResult(accepted: rows.count))
        truth.acknowledge(rows)
    }

    private func read(as number: Int) async throws {
        var generator = SequenceGenerator(state: UInt64(10 + number))
        var last = ContinuousClock.now
        while !progress.isOver {
            let often = (0..<80).map { _ in Int64.random(in: 0..<2 * Self.oftenWritten, using: &generator) }
            let first = Self.firstFresh(number)
            let fresh = (0..<20).map { _ in Int64.random(in: first..<first + 5_000, using: &generator) }
            try await read(often + fresh, from: retrievers[number])
            let now = ContinuousClock.now
            outage.withLock { $0 = max($0, now - last) }
            last = now
        }
    }

    private func read(_ places: [Int64], from retriever: RedisClusterOnlineRetriever) async throws {
        let acknowledged = truth.acknowledged(places)
        let rows = try await retriever.read(RowTruth.request(places))
        #expect(truth.complaints(about: rows, of: places, since: acknowledged) == [])
    }

    private static func firstFresh(_ number: Int) -> Int64 { Int64(number + 1) * 1_000_000 }
}
