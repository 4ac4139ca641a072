import FeatureModel
import StorageAPI

/// A feature set with ten features, for online reads.
enum CustomerSet {
    static let definition = FeatureSet(
        reference: FeatureSetReference(project: "bench", name: "customers"),
        entities: [Entity(name: "customer", type: .int64)],
        features: [
            Feature(name: "balance", type: .double), Feature(name: "mean_7d", type: .double),
            Feature(name: "mean_30d", type: .double), Feature(name: "ratio", type: .float),
            Feature(name: "visits", type: .int64), Feature(name: "orders", type: .int64),
            Feature(name: "age", type: .int32), Feature(name: "country", type: .string),
            Feature(name: "segment", type: .string), Feature(name: "is_member", type: .bool),
        ])

    static func key(_ number: Int) -> EntityKey { EntityKey([.int64(1_000_000 + Int64(number))]) }

    static func row(_ number: Int) -> ValidatedRow {
        let count = Int64(number)
        return ValidatedRow(
            key: key(number),
            features: [
                .double(Double(number) * 1.25), .double(Double(number) / 7), .double(Double(number) / 30),
                .float(Float(number % 100) / 100), .int64(count % 365), .int64(count * 3), .int32(Int32(number % 90)),
                .string(["NL", "DE", "US", "JP"][number % 4]), .string("segment-\(number % 12)"),
                .bool(number % 3 == 0),
            ], eventTimestamp: Timestamp(seconds: 1_700_000_000), createdTimestamp: Timestamp(seconds: 1_700_000_001),
            ingestionID: "bench", position: SourcePosition(partition: 0, offset: count))
    }
}
