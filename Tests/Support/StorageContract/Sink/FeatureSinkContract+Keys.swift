import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let keys: [Clause] = [
        Clause("sink.composite-keys", "keys of several entities are told apart part by part", readable) { run in
            let set = Sample.featureSet(
                "flights",
                entities: [Entity(name: "origin", type: .string), Entity(name: "carrier", type: .string)],
                features: [Feature(name: "count", type: .int64)])
            // Keys stand in the order of the entities' names: carrier, origin.
            let parts = [("a", "bc"), ("ab", "c"), ("abc", ""), ("", "abc"), ("c", "ab"), ("bc", "a")]
            try await expectApart(parts.map { EntityKey([.string($0), .string($1)]) }, in: set, run)
        },
        Clause("sink.text-keys", "text keys are told apart byte for byte", readable) { run in
            let texts = ["", "a", "A", "a\0", "a\0b", " a", "a ", "\u{E9}", "e\u{301}", "1", "01", "%", "_", "ß", "SS"]
            try await expectApart(texts.map { EntityKey([.string($0)]) }, in: set(keyedBy: .string), run)
        },
        Clause("sink.number-keys", "number keys are told apart, to the ends of their types", readable) { run in
            let numbers: [Int64] = [0, 1, -1, .max, .min, .max - 1, .min + 1, 9_007_199_254_740_993]
            try await expectApart(numbers.map { EntityKey([.int64($0)]) }, in: set(keyedBy: .int64), run)
            let small: [Int32] = [0, 1, -1, .max, .min]
            try await expectApart(small.map { EntityKey([.int32($0)]) }, in: set(keyedBy: .int32), run)
        },
        Clause("sink.other-keys", "bytes, booleans and fractions can be keys", readable) { run in
            let bytes: [[UInt8]] = [[], [0], [0, 0], [255], [97]]
            try await expectApart(bytes.map { EntityKey([.bytes($0)]) }, in: set(keyedBy: .bytes), run)
            try await expectApart([true, false].map { EntityKey([.bool($0)]) }, in: set(keyedBy: .bool), run)
            let doubles = [0.5, -0.5, 1e300, 0.1]
            try await expectApart(doubles.map { EntityKey([.double($0)]) }, in: set(keyedBy: .double), run)
            let floats: [Float] = [0.5, -0.5, 1e30, 0.1]
            try await expectApart(floats.map { EntityKey([.float($0)]) }, in: set(keyedBy: .float), run)
        },
    ]

    private static func set(keyedBy type: ValueType) -> FeatureSet {
        Sample.featureSet(
            "keyed_by_\(type.name.lowercased())", entities: [Entity(name: "key", type: type)],
            features: [Feature(name: "count", type: .int64)])
    }

    /// Writes a row per key, each with a count of its own, and demands every count.
    private static func expectApart(_ keys: [EntityKey], in set: FeatureSet, _ run: ClauseRun) async throws {
        let store = try await run.store(set)
        let expected = keys.enumerated().map { (key: $1, values: [FeatureValue?.some(.int64(Int64($0)))]) }
        try await store.write(expected.map { Sample.row($0.key, $0.values) }, of: set)
        try await store.expectNewest(expected, of: set)
    }
}
