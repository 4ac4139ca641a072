import FeatureModel
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct KeySampleTests {
    private static func key(_ place: Int64, of name: String) -> [UInt8] {
        let set = FeatureSet(
            reference: FeatureSetReference(project: "p", name: name), entities: [Entity(name: "id", type: .int64)],
            features: [])
        return RedisKeyEncoder(featureSet: set).bytes(of: EntityKey([.int64(place)]))
    }

    @Test("of all keys it tells the number, of some an estimate, the largest sets first")
    func counts() {
        for (total, words) in [(Int64(40), "30 keys of 100 bytes"), (4000, "about 3000 keys of 100 bytes")] {
            var sample = KeySample(total: total)
            for place in 0..<Int64(30) { sample.add(Self.key(place, of: "large"), bytes: 99 + place % 2 * 2) }
            for place in 0..<Int64(9) { sample.add(Self.key(place, of: "small"), bytes: 10) }
            sample.add(Array("session:42".utf8), bytes: 7)
            #expect(KeySample.facts(of: [sample]).map(\.name) == ["p/large", "p/small", "other keys"])
            #expect(KeySample.facts(of: [sample])[0].value == words)
        }
    }

    @Test("many sets are not all told of, but counted")
    func manySets() {
        var sample = KeySample(total: 20)
        for set in 0..<20 { sample.add(Self.key(1, of: "set-\(set)"), bytes: 1) }
        let facts = KeySample.facts(of: [sample])
        #expect(facts.count == 6)
        #expect(facts.last == StoreProbe.Fact("other keys", "15 keys"))
    }

    @Test("samples of several servers count by how many keys each of theirs stands for")
    func severalServers() {
        var (small, large) = (KeySample(total: 10), KeySample(total: 4000))
        for place in 0..<Int64(10) { small.add(Self.key(place, of: "a"), bytes: 100) }
        for place in 0..<Int64(40) {
            large.add(Self.key(place, of: place < 30 ? "b" : "a"), bytes: place < 30 ? 7 : 200)
        }
        #expect(
            KeySample.facts(of: [small, large]) == [
                StoreProbe.Fact("p/b", "about 3000 keys of 7 bytes"),
                StoreProbe.Fact("p/a", "about 1010 keys of 199 bytes"),
            ])
        #expect(KeySample.facts(of: []).isEmpty)
        #expect(KeySample.facts(of: [KeySample(total: 0), small]) == [StoreProbe.Fact("p/a", "10 keys of 100 bytes")])
    }
}
