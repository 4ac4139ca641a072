import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisOnlineRetrieverTests {
    private static let noon = Timestamp(seconds: 1_357_041_600, nanoseconds: 250)

    @Test("many keys are answered in the order asked, duplicates and unknown ones included")
    func orderKept() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let rows = (0..<1000).map { RedisFixture.row($0, visits: $0 * 2, label: "place \($0)", at: Self.noon) }
        _ = try await sink.write(RedisFixture.batch(rows))
        let retriever = try await fixture.retriever()
        var generator = SequenceGenerator(state: 7)
        let keys = (0..<2500).map { _ in Int64.random(in: 0..<1200, using: &generator) }
        let answer = try await retriever.read(RedisFixture.request(keys, features: [1, 0]))
        let expected = keys.map { key in
            key < 1000
                ? OnlineRow(
                    eventTimestamp: Self.noon, createdTimestamp: nil,
                    values: [.string("place \(key)"), .int64(key * 2)]) : nil
        }
        #expect(answer == expected)
        await sink.close()
        await retriever.close()
    }

    @Test("no key, no feature, and a feature asked twice are all fine")
    func oddRequests() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        _ = try await sink.write(RedisFixture.batch([RedisFixture.row(1, visits: 5, at: Self.noon)]))
        let retriever = try await fixture.retriever()
        #expect(try await retriever.read(RedisFixture.request([])) == [])
        let none = try await retriever.read(RedisFixture.request([1], features: []))
        #expect(none == [OnlineRow(eventTimestamp: Self.noon, createdTimestamp: nil, values: [])])
        let twice = try await retriever.read(RedisFixture.request([1], features: [0, 1, 0]))
        #expect(twice.first??.values == [.int64(5), nil, .int64(5)])
        await sink.close()
        await retriever.close()
    }

    @Test("one retriever answers for other features, and other feature sets, with every call")
    func changingQuestions() async throws {
        let fixture = try RedisFixture()
        let (sink, retriever) = (try await fixture.sink(), try await fixture.retriever())
        let other = FeatureSet(
            reference: FeatureSetReference(project: "default", name: "others"), entities: RedisFixture.places.entities,
            features: RedisFixture.places.features)
        for (set, visits, label) in [(RedisFixture.places, Int64(1), "one"), (other, 2, "two")] {
            let row = RedisFixture.row(1, visits: visits, label: label, at: Timestamp(seconds: 10))
            _ = try await sink.write(RedisFixture.batch([row], of: set))
        }
        func read(_ set: FeatureSet, _ features: [Int]) async throws -> FeatureValues? {
            try await retriever.read(
                OnlineRequest(featureSet: set, keys: [EntityKey([.int64(1)])], features: features))[0]?
                .values
        }
        for _ in 0..<2 {
            #expect(try await read(RedisFixture.places, [0]) == [.int64(1)])
            #expect(try await read(RedisFixture.places, [1, 0]) == [.string("one"), .int64(1)])
            #expect(try await read(other, [1, 0]) == [.string("two"), .int64(2)])
        }
        await sink.close()
        await retriever.close()
    }

    @Test("rows of all three encodings are read side by side")
    func encodingsSideBySide() async throws {
        let fixture = try RedisFixture()
        for (place, encoding) in [(Int64(1), "v1"), (2, "v2")] {
            let sink = try await fixture.sink(["encoding": encoding])
            _ = try await sink.write(RedisFixture.batch([RedisFixture.row(place, visits: 5, at: Self.noon)]))
            await sink.close()
        }
        let legacy = RedisFixtureBytes.legacyRow(seconds: Self.noon.seconds, nanoseconds: Self.noon.nanoseconds)
        try fixture.server.set(RedisFixtureBytes.key(place: 3), legacy)
        let retriever = try await fixture.retriever()
        let row = OnlineRow(eventTimestamp: Self.noon, createdTimestamp: nil, values: [.int64(5)])
        #expect(try await retriever.read(RedisFixture.request([1, 2, 3])) == [row, row, row])
        await retriever.close()
    }

    @Test("a row with another number of features reads as absent, bytes that are no row are an error")
    func mismatchAndDamage() async throws {
        let fixture = try RedisFixture()
        try fixture.server.set(RedisFixtureBytes.key(place: 1), [UInt8](hex: "1207120512036f6e651a00"))
        let retriever = try await fixture.retriever()
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        try fixture.server.set(RedisFixtureBytes.key(place: 2), [UInt8](hex: "1207120512036f"))
        let error = await #expect(throws: StoreError.self) {
            try await retriever.read(RedisFixture.request([1, 2]))
        }
        #expect(error?.code == .corrupted)
        #expect(error?.message.contains("default/places") == true)
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        await retriever.close()
    }

    @Test("a key of another number of values is refused before anything is asked")
    func misshapenKey() async throws {
        let fixture = try RedisFixture()
        let retriever = try await fixture.retriever()
        let request = OnlineRequest(featureSet: RedisFixture.places, keys: [EntityKey([])], features: [0])
        let error = await #expect(throws: StoreError.self) { try await retriever.read(request) }
        #expect(error?.code == .rejected)
        await retriever.close()
    }
}
