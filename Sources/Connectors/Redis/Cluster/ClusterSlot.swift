/// The slot of a key: which part of a cluster holds it (Redis Cluster specification, "Key distribution model").
enum ClusterSlot {
    /// How many slots there are.
    static let count = 16_384

    /// The slot of a key: CRC16 of the key, or of its hash tag where it has one, modulo ``count``.
    static func of(_ key: UnsafeRawBufferPointer) -> Int {
        Int(crc16(hashed(key))) % count
    }

    /// What of a key is hashed: what stands between the first `{` and the next `}`, unless that is nothing; else all.
    private static func hashed(_ key: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        guard let opening = key.firstIndex(of: UInt8(ascii: "{")) else { return key[...] }
        let rest = key[(opening + 1)...]
        guard let closing = rest.firstIndex(of: UInt8(ascii: "}")), closing > rest.startIndex else { return key[...] }
        return rest[..<closing]
    }

    /// CRC16/XMODEM: polynomial 0x1021, from 0, nothing reflected.
    static func crc16(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt16 {
        var crc: UInt16 = 0
        for byte in bytes { crc = crc << 8 ^ table[Int(UInt8(crc >> 8) ^ byte)] }
        return crc
    }

    private static let table: [UInt16] = (0..<256).map { byte in
        (0..<8).reduce(UInt16(byte) << 8) { crc, _ in crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
    }
}
