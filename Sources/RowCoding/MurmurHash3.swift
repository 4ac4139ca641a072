/// The 32-bit x86 form of MurmurHash3 by Austin Appleby, seed 0, by which the second encoding of Redis values names
/// fields (spec section 3.2).
enum MurmurHash3 {
    static func hash(_ text: String) -> UInt32 {
        let bytes = Array(text.utf8)
        var hash: UInt32 = 0
        var index = 0
        while index + 4 <= bytes.count {
            hash ^= scrambled(word(bytes[index..<index + 4]))
            hash = (hash << 13 | hash >> 19) &* 5 &+ 0xe654_6b64
            index += 4
        }
        if index < bytes.count { hash ^= scrambled(word(bytes[index...])) }
        return finished(hash ^ UInt32(truncatingIfNeeded: bytes.count))
    }

    /// The hash as eight lower-case hexadecimal digits, lowest byte first, which is how Guava prints it.
    static func name(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        let hash = hash(text)
        return (0..<4).map { position in
            let byte = Int(hash >> (8 * UInt32(position)) & 0xff)
            return "\(digits[byte >> 4])\(digits[byte & 15])"
        }.joined()
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func scrambled(_ word: UInt32) -> UInt32 {
        let mixed = word &* 0xcc9e_2d51
        return (mixed << 15 | mixed >> 17) &* 0x1b87_3593
    }

    private static func finished(_ hash: UInt32) -> UInt32 {
        var hash = hash
        hash ^= hash >> 16
        hash = hash &* 0x85eb_ca6b
        hash ^= hash >> 13
        hash = hash &* 0xc2b2_ae35
        return hash ^ hash >> 16
    }
}
