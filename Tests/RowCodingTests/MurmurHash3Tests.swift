import Testing

@testable import RowCoding

@Suite("Hashed field names")
struct MurmurHash3Tests {
    @Test(
        "names have the published hashes",
        arguments: [
            ("abc", "fa93ddb3"), ("feature_1", "9fab3004"), ("feature_2", "ad45067b"), ("feature1", "bf31ab05"),
            ("feature2", "e8f256ec"), ("feature", "60d0a517"),
        ])
    func golden(name: String, hash: String) {
        #expect(MurmurHash3.name(name) == hash)
    }

    @Test("empty text hashes to zero, as with seed 0 it must")
    func empty() {
        #expect(MurmurHash3.name("") == "00000000")
    }
}
