import FaultKit
import FeatureModel
import Foundation
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisFeatureSinkTests {
    private static func time(_ seconds: Int64, _ nanoseconds: Int32 = 0) -> Timestamp {
        Timestamp(seconds: seconds, nanoseconds: nanoseconds)
    }

    private func visits(_ fixture: RedisFixture, _ places: [Int64]) async throws -> [FeatureValue?] {
        let retriever = try await fixture.retriever()
        let rows = try await retriever.read(RedisFixture.request(places))
        await retriever.close()
        return rows.map { $0?.values.first ?? nil }
    }

    /// The times of two rows in the order in which they arrive, and which of the two is left.
    private static let arrivals: [(Timestamp, Timestamp, Int64)] = [
        (time(10), time(9), 1), (time(10, 5), time(10, 4), 1), (time(10, 4), time(10, 5), 2), (time(10), time(10), 2),
        (time(-5), time(-6), 1), (time(-6), time(-5), 2), (time(-1, 1), time(-1), 1), (time(0), time(-1), 1),
        (time(-1), time(0), 2), (.latest, time(10), 1), (time(10), .latest, 2),
        (.earliest, time(-62_135_596_799), 2), (time(-62_135_596_799), .earliest, 1),
    ]

    @Test("an older event time never replaces a newer one", arguments: arrivals)
    func newestWins(_ first: Timestamp, _ second: Timestamp, _ winner: Int64) async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        for (visits, time) in [(Int64(1), first), (2, second)] {
            let result = try await sink.write(RedisFixture.batch([RedisFixture.row(7, visits: visits, at: time)]))
            #expect(result == WriteResult(accepted: 1))
        }
        #expect(try await visits(fixture, [7]) == [.int64(winner)])
        await sink.close()
    }

    @Test("within a batch created time, then position decide between equal event times")
    func tiesWithinBatch() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let rows = [
            RedisFixture.row(1, visits: 10, at: Self.time(5), created: 9),
            RedisFixture.row(1, visits: 11, at: Self.time(5), created: 8),
            RedisFixture.row(2, visits: 20, at: Self.time(5), offset: 4),
            RedisFixture.row(2, visits: 21, at: Self.time(5), offset: 3),
            RedisFixture.row(3, visits: 30, at: Self.time(6)),
            RedisFixture.row(3, visits: 31, at: Self.time(5), created: 99),
        ]
        #expect(try await sink.write(RedisFixture.batch(rows)) == WriteResult(accepted: 6))
        #expect(try await visits(fixture, [1, 2, 3]) == [.int64(10), .int64(20), .int64(30)])
        await sink.close()
    }

    @Test("a legacy row and a row of the other encoding guard their event time too, whole rows with all their fields")
    func guardsEveryEncoding() async throws {
        let fixture = try RedisFixture()
        let key = RedisFixtureBytes.key(place: 1)
        try fixture.server.set(key, RedisFixtureBytes.legacyRow(seconds: 100, nanoseconds: 7))
        let sink = try await fixture.sink()
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 1, at: Self.time(100, 6))]))
        #expect(try await visits(fixture, [1]) == [.int64(5)])
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 2, at: Self.time(100, 7))]))
        #expect(try await visits(fixture, [1]) == [.int64(2)])

        let other = try await fixture.sink(["encoding": "v2"])
        _ = try await other.write(RedisFixture.batch([RedisFixture.row(1, visits: 3, at: Self.time(99))]))
        #expect(try await visits(fixture, [1]) == [.int64(2)])
        _ = try await other.write(RedisFixture.batch([RedisFixture.row(1, visits: 4, at: Self.time(101))]))
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 5, at: Self.time(100))]))
        #expect(try await visits(fixture, [1]) == [.int64(4)])
        await sink.close()
        await other.close()
    }

    @Test("stored bytes that are no row give way", arguments: ["ff", "1205", "1a03080a", "0f01", "61626364"])
    func damagedGivesWay(_ hex: String) async throws {
        let fixture = try RedisFixture()
        try fixture.server.set(RedisFixtureBytes.key(place: 1), [UInt8](hex: hex))
        let sink = try await fixture.sink()
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 1, at: Self.time(-1))]))
        #expect(try await visits(fixture, [1]) == [.int64(1)])
        await sink.close()
    }

    /// Every length of a time's bytes, and bytes within that look like the beginning of a time.
    private static let times: [Timestamp] = [
        time(-62_135_596_800), time(-1_000, 999_999_999), time(-1), time(0), time(0, 1), time(0, 26), time(1), time(26),
        time(26, 26), time(127), time(128), time(16_384, 128), time(2_097_152, 16_384), time(268_435_455, 2_097_152),
        time(268_435_456, 268_435_456), time(1_700_000_000), time(1_700_000_000, 1), time(1_700_000_000, 999_999_999),
        time(26 << 28), time(26 << 28, 26), time(253_402_300_799, 999_999_999),
    ]

    @Test("of any two times the later one is left, whichever comes first", arguments: [RedisValueEncoding.v1, .v2])
    func everyLength(_ encoding: RedisValueEncoding) async throws {
        let fixture = try RedisFixture(settings: ["encoding": encoding.rawValue])
        let sink = try await fixture.sink()
        let pairs = Self.times.indices.flatMap { first in Self.times.indices.map { (first, $0) } }
        for arrival in [{ (pair: (Int, Int)) in pair.0 }, { $0.1 }] {
            let rows = pairs.enumerated().map { key, pair in
                RedisFixture.row(
                    Int64(key), visits: Int64(arrival(pair)), label: "\u{1a}\u{6}\u{8}", at: Self.times[arrival(pair)])
            }
            #expect(try await sink.write(RedisFixture.batch(rows)).failed.isEmpty)
        }
        let left = try await visits(fixture, pairs.indices.map { Int64($0) })
        #expect(left == pairs.map { .int64(Int64(max($0, $1))) })
        await sink.close()
    }

    @Test("without the guard the later arrival is left, and rows are written all the same")
    func unguarded() async throws {
        let fixture = try RedisFixture(settings: ["newest_wins": "false"])
        let sink = try await fixture.sink()
        for (seconds, count) in [(9, 300), (5, 200)] {
            let rows = (0..<Int64(count)).map {
                RedisFixture.row($0, visits: Int64(seconds), at: Self.time(Int64(seconds)))
            }
            #expect(try await sink.write(RedisFixture.batch(rows)) == WriteResult(accepted: count))
        }
        #expect(try await visits(fixture, [0, 199, 200, 299]) == [.int64(5), .int64(5), .int64(9), .int64(9)])
        await sink.close()
    }

    private func secondsToLive(_ fixture: RedisFixture, _ place: Int64) throws -> Int {
        let answer = try fixture.server.cli(
            ["-x", "EVAL", "return redis.call('TTL', ARGV[1])", "0"], input: RedisFixtureBytes.key(place: place))
        return try #require(Int(String(decoding: answer, as: UTF8.self)))
    }

    @Test("rows expire a time after they were written, first ones and newer ones; others stay")
    func expiresAfterWriting() async throws {
        let fixture = try RedisFixture()
        let (lasting, passing) = (try await fixture.sink(), try await fixture.sink(["ttl_seconds": "1000"]))
        let old = (0..<Int64(3)).map { RedisFixture.row($0, visits: 1, at: Self.time(1)) }
        _ = try await lasting.write(RedisFixture.batch(old))
        let new = [RedisFixture.row(0, visits: 2, at: Self.time(2)), RedisFixture.row(9, visits: 2, at: Self.time(2))]
        let late = RedisFixture.row(1, visits: 0, at: Self.time(0))
        #expect(try await passing.write(RedisFixture.batch(new + [late])).accepted == 3)
        for place in Int64(0)...9 where [0, 9].contains(place) {
            #expect((900...1000).contains(try secondsToLive(fixture, place)))
        }
        #expect(try secondsToLive(fixture, 1) == -1 && secondsToLive(fixture, 2) == -1)
        #expect(try await visits(fixture, [0, 1, 9]) == [.int64(2), .int64(1), .int64(2)])
        _ = try await lasting.write(RedisFixture.batch([RedisFixture.row(9, visits: 3, at: Self.time(3))]))
        #expect(try secondsToLive(fixture, 9) == -1)
        await lasting.close()
        await passing.close()
    }

    @Test("rows expire with their maximum age, counted from the event; too old ones do not stay at all")
    func expiresWithMaxAge() async throws {
        let fixture = try RedisFixture(settings: ["ttl_from_max_age": "true"])
        let places = RedisFixture.places
        let aging = FeatureSet(
            reference: places.reference, entities: places.entities, features: places.features, maxAgeSeconds: 3600)
        let now = Int64(Date().timeIntervalSince1970)
        let sink = try await fixture.sink()
        let rows = [
            RedisFixture.row(1, visits: 1, at: Self.time(now - 1000)),
            RedisFixture.row(2, visits: 2, at: Self.time(now - 4000)),
        ]
        #expect(try await sink.write(RedisFixture.batch(rows, of: aging)).accepted == 2)
        #expect((2500...2601).contains(try secondsToLive(fixture, 1)))
        #expect(try await visits(fixture, [1, 2]) == [.int64(1), nil])
        let newer = [RedisFixture.row(1, visits: 3, at: Self.time(now))]
        #expect(try await sink.write(RedisFixture.batch(newer, of: aging)).accepted == 1)
        #expect((3500...3601).contains(try secondsToLive(fixture, 1)))
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(3, visits: 3, at: Self.time(now))]))
        #expect(try secondsToLive(fixture, 3) == -1)
        await sink.close()
    }

    @Test("a key that holds something else fails alone")
    func wrongTypeFailsAlone() async throws {
        let fixture = try RedisFixture()
        try fixture.server.cli(
            ["-x", "EVAL", "return redis.call('LPUSH', ARGV[1], 'x')", "0"], input: RedisFixtureBytes.key(place: 150))
        let sink = try await fixture.sink()
        let rows = (0..<200).map { RedisFixture.row($0, visits: $0, at: Self.time(5)) }
        let result = try await sink.write(RedisFixture.batch(rows))
        #expect(result.accepted == 199)
        #expect(result.failed.map(\.index) == [150])
        #expect(result.failed.map(\.reason) == [.rejected])
        #expect(try await visits(fixture, [149, 150, 199]) == [.int64(149), nil, .int64(199)])
        await sink.close()
    }

    @Test("a row that does not fit its feature set fails alone")
    func misfitFailsAlone() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        var rows = (0..<4).map { RedisFixture.row($0, visits: $0, at: Self.time(5)) }
        rows[0].key = EntityKey([.int64(1), .int64(2)])
        rows[2].features = [.int64(1)]
        rows[3].eventTimestamp = Timestamp(seconds: Timestamp.latest.seconds + 1)
        let result = try await sink.write(RedisFixture.batch(rows))
        #expect(result.accepted == 1)
        #expect(result.failed.map(\.index) == [0, 2, 3])
        #expect(result.failed[0].message.contains("2 values"))
        #expect(try await visits(fixture, [1, 2]) == [.int64(1), nil])
        await sink.close()
    }

    @Test("a script cache that was flushed is filled again, in the middle of the work")
    func scriptFlush() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        for round in Int64(1)...3 {
            let rows = (0..<1000).map { RedisFixture.row($0, visits: round, at: Self.time(round)) }
            #expect(try await sink.write(RedisFixture.batch(rows)).accepted == 1000)
            try fixture.server.cli(["SCRIPT", "FLUSH"])
        }
        #expect(try await visits(fixture, [0, 999]) == [.int64(3), .int64(3)])
        await sink.close()
    }

    @Test("several writers with shuffled event times leave every key its newest row")
    func race() async throws {
        let fixture = try RedisFixture()
        let keyCount: Int64 = 100
        let versions: Int64 = 160
        let batches = Self.shuffledBatches(keyCount: keyCount, versions: versions, size: 500)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                let sink = try await fixture.sink(["encoding": writer.isMultiple(of: 2) ? "v1" : "v2"])
                let mine = stride(from: writer, to: batches.count, by: 8).map { batches[$0] }
                group.addTask {
                    for batch in mine {
                        let result = try await sink.write(RedisFixture.batch(batch))
                        #expect(result.failed.isEmpty)
                    }
                    await sink.close()
                }
            }
            try await group.waitForAll()
        }
        let newest = [FeatureValue?](repeating: .int64(versions - 1), count: Int(keyCount))
        #expect(try await visits(fixture, Array(0..<keyCount)) == newest)
    }

    /// Every key in every version, in an order that is the same in every run; a version's time has nanoseconds only.
    private static func shuffledBatches(keyCount: Int64, versions: Int64, size: Int) -> [[ValidatedRow]] {
        var generator = SequenceGenerator(state: 42)
        let rows = (0..<keyCount * versions).map { number in
            let version = number / keyCount
            return RedisFixture.row(
                number % keyCount, visits: version, at: time(1_357_020_000 + version / 50, Int32(version % 50)))
        }
        let shuffled = rows.shuffled(using: &generator)
        return stride(from: 0, to: shuffled.count, by: size).map { start in
            Array(shuffled[start..<min(start + size, shuffled.count)])
        }
    }

    @Test("a full server is throttled, and nothing is said about any row")
    func outOfMemory() async throws {
        let fixture = try RedisFixture()
        try fixture.server.cli(["CONFIG", "SET", "maxmemory", "1"])
        let sink = try await fixture.sink()
        let error = await #expect(throws: StoreError.self) {
            try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 1, at: Self.time(1))]))
        }
        #expect(error?.code == .throttled)
        #expect(error?.recovery == .transient)
        try fixture.server.cli(["CONFIG", "SET", "maxmemory", "0"])
        #expect(
            try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 1, at: Self.time(1))])).accepted == 1)
        await sink.close()
    }

    @Test("a replica takes no rows and says where to go")
    func readOnlyReplica() async throws {
        let primary = try RedisFixture()
        let replica = try RedisFixture(arguments: ["--replicaof", "127.0.0.1 \(primary.server.port)"])
        let sink = try await replica.sink()
        let error = await #expect(throws: StoreError.self) {
            try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 1, at: Self.time(1))]))
        }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("primary") == true)
        await sink.close()
    }

    @Test("an empty batch is a success without a server")
    func emptyBatch() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        fixture.server.kill()
        #expect(try await sink.write(RedisFixture.batch([])) == WriteResult(accepted: 0))
        await sink.close()
    }

    @Test("rows larger than all buffers together arrive whole")
    func largeRows() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let label = String(repeating: "ß", count: 700_000)
        let rows = (0..<12).map { RedisFixture.row($0, visits: $0, label: label, at: Self.time(1)) }
        #expect(try await sink.write(RedisFixture.batch(rows)).accepted == 12)
        let retriever = try await fixture.retriever()
        let answer = try await retriever.read(RedisFixture.request(Array(0..<12), features: [1]))
        #expect(answer.map { $0?.values } == Array(repeating: [.string(label)], count: 12))
        await sink.close()
        await retriever.close()
    }
}
