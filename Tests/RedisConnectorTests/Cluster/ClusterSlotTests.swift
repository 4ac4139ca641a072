import Testing

@testable import RedisConnector

@Suite struct ClusterSlotTests {
    private func slot(_ key: String) -> Int { Array(key.utf8).withUnsafeBytes(ClusterSlot.of) }

    @Test("CRC16 has the specification's check value")
    func checkValue() {
        let crc = Array("123456789".utf8).withUnsafeBytes { ClusterSlot.crc16($0[...]) }
        #expect(crc == 0x31c3)
    }

    /// As `CLUSTER KEYSLOT` of Redis 7.0 answers.
    @Test(
        "keys fall on the slots that Redis says",
        arguments: [
            ("", 0), ("foo", 12182), ("bar", 5061), ("hello", 866), ("123456789", 12739),
            ("{user1000}.following", 3443),
            ("{user1000}.followers", 3443), ("user1000", 3443), ("foo{bar}{zap}", 5061),
        ])
    func golden(_ key: String, _ expected: Int) {
        #expect(slot(key) == expected)
    }

    @Test("an empty or unclosed hash tag is none, and a tag begins at the first brace")
    func tags() {
        #expect(slot("foo{}{bar}") == 8363)
        #expect(slot("foo{{bar}}zap") == slot("{bar"))
        #expect(slot("foo{bar") != slot("bar"))
        #expect(slot("}foo{bar}") == slot("bar"))
    }
}
