import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// Reads and writes on several connections through proxies that disturb the answers at random, every answer compared with
/// the truth and every call with its time limits.
struct FaultTrial {
    static let patience = ["connect_timeout_ms": "400", "read_timeout_ms": "60", "write_timeout_ms": "400"]
    /// A call waits for each of its three limits at most once; the rest is for machines that are busy.
    static let longestCall = Duration.milliseconds(5 * (400 + 60 + 400))

    private static let pairs = 4
    private static let placesPerWriter: Int64 = 50

    let fixture: RedisFixture
    let proxies: [FaultyProxy]
    private let truth = RowTruth()
    private let tally = FaultTally()

    /// - Parameters:
    ///   - fixture: the server, which is well.
    ///   - corruptible: see ``RandomFaults``.
    init(
        _ fixture: RedisFixture, perMille: [FaultyProxy.FaultKind: Int],
        corruptible: (@Sendable (ArraySlice<UInt8>) -> [Int])? = nil
    ) throws {
        self.fixture = fixture
        proxies = try (0..<2).map { _ in try FaultyProxy(to: fixture.server.port) }
        for (number, proxy) in proxies.enumerated() {
            proxy.disturb(
                atRandom: RandomFaults(seed: UInt64(number), perMille: perMille, corruptible: corruptible))
        }
    }

    /// Goes on until so many faults have happened, then has the network well again and looks at what is left.
    func run(untilFaults count: Int) async throws -> FaultTally {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for pair in 0..<Self.pairs {
                group.addTask(executorPreference: OwnQueue()) { try await write(as: pair, untilFaults: count) }
                group.addTask(executorPreference: OwnQueue()) { try await read(as: pair, untilFaults: count) }
            }
            try await group.waitForAll()
        }
        tally.faults = happened
        let retriever = try await fixture.retriever()
        let acknowledged = truth.acknowledged(truth.places)
        let rows = try await retriever.read(RowTruth.request(truth.places))
        tally.complain(truth.complaints(about: rows, of: truth.places, since: acknowledged))
        #expect(truth.isSettled(truth.places))
        await retriever.close()
        return tally
    }

    private var happened: [FaultyProxy.FaultKind: Int] {
        proxies.reduce(into: [:]) { sum, proxy in sum.merge(proxy.happened, uniquingKeysWith: +) }
    }

    private func isOver(_ count: Int) -> Bool { happened.values.reduce(0, +) >= count }

    private func settings(_ pair: Int) -> [String: String] {
        Self.patience.merging(["port": "\(proxies[pair % proxies.count].port)"]) { $1 }
    }

    private func write(as pair: Int, untilFaults count: Int) async throws {
        let sink = try await fixture.sink(settings(pair))
        let own = Int64(pair) * Self.placesPerWriter..<Int64(pair + 1) * Self.placesPerWriter
        var generator = SequenceGenerator(state: UInt64(100 + pair))
        while !isOver(count) {
            let some = own.shuffled(using: &generator).prefix(.random(in: 1...own.count, using: &generator))
            await write(some, to: sink)
        }
        for proxy in proxies { proxy.disturb(atRandom: nil) }
        // A plug that has met all these faults is as good as new, even if a slow machine needs more than one attempt.
        for _ in 0..<50 where !truth.isSettled(Array(own)) { await write(own, to: sink) }
        await sink.close()
    }

    private func write(_ places: some Sequence<Int64>, to sink: any FeatureSink) async {
        let rows = truth.nextRows(places)
        await tally.call { () async throws(StoreError) in
            let result = try await sink.write(RedisFixture.batch(rows))
            guard result == WriteResult(accepted: rows.count) else { return ["\(result)"] }
            truth.acknowledge(rows)
            return []
        }
    }

    private func read(as pair: Int, untilFaults count: Int) async throws {
        let retriever = try await fixture.retriever(settings(pair))
        var generator = SequenceGenerator(state: UInt64(200 + pair))
        let all = 0..<Int64(Self.pairs) * Self.placesPerWriter
        while !isOver(count) {
            let places = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
                Int64.random(in: all, using: &generator)
            }
            let acknowledged = truth.acknowledged(places)
            await tally.call { () async throws(StoreError) in
                let rows = try await retriever.read(RowTruth.request(places))
                return truth.complaints(about: rows, of: places, since: acknowledged)
            }
        }
        await retriever.close()
    }
}
