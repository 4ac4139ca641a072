import Testing

@testable import RedisConnector

@Suite struct DistinctKeysTests {
    private func insert(_ text: String, into keys: inout DistinctKeys) -> (number: Int, isNew: Bool) {
        keys.insert(size: text.utf8.count) { $0.copyBytes(from: text.utf8) }
    }

    private func text(_ key: Int, in keys: DistinctKeys) -> String {
        keys.withBytes(of: key) { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a key is new once, and keeps its number and its bytes")
    func distinct() {
        var keys = DistinctKeys(capacity: 3000, bytes: 10)
        for round in 0..<3 {
            for number in 0..<1000 {
                let (place, isNew) = insert("key number \(number)", into: &keys)
                #expect(place == number && isNew == (round == 0))
            }
        }
        #expect(keys.count == 1000)
        #expect(text(0, in: keys) == "key number 0" && text(999, in: keys) == "key number 999")
        #expect(keys.size(of: 9) == 12 && keys.size(of: 10) == 13)
    }

    @Test("keys of every length are told apart by their last byte and by their length")
    func lengths() {
        var keys = DistinctKeys(capacity: 80, bytes: 0)
        for length in 0..<40 {
            let key = String(repeating: "a", count: length)
            #expect(insert(key, into: &keys).isNew)
            #expect(insert(key + "b", into: &keys).isNew)
            #expect(!insert(key, into: &keys).isNew)
        }
    }
}
