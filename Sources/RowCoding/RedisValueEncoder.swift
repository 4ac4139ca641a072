public import FeatureModel

/// Writes the Redis values of one feature set (spec section 3.2).
///
/// What all values of the set share is made once; keep one encoder per feature set.
public struct RedisValueEncoder: Sendable {
    /// The features' places in the feature set, in ascending order of their names: the order of the stored fields.
    private let places: [Int]
    /// The stored names, in the same order; empty ones in the first encoding.
    private let names: [String]

    /// Prepares the values of `featureSet` in one of the encodings.
    public init(featureSet: FeatureSet, encoding: RedisValueEncoding) {
        let features = featureSet.features
        places = features.indices.sorted { features[$0].name < features[$1].name }
        names = places.map { encoding == .v1 ? "" : MurmurHash3.name(features[$0].name) }
    }

    /// The value's bytes: one field per feature of the set, null where the row has none, and the event time.
    ///
    /// - Parameter features: one value per feature, in the order of the feature set.
    public func bytes(features: [FeatureValue?], eventTimestamp: Timestamp) -> [UInt8] {
        var writer = WireWriter(capacity: 16 + features.count * 24)
        for (place, name) in zip(places, names) {
            writer.field(name: name, value: features[place], tag: WireTag.rowFields)
        }
        writer.timestamp(eventTimestamp, tag: WireTag.rowEventTimestamp)
        return writer.bytes
    }

    /// The value's bytes of a validated row of the feature set.
    public func bytes(of row: ValidatedRow) -> [UInt8] {
        bytes(features: row.features, eventTimestamp: row.eventTimestamp)
    }
}
