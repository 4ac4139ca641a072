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
        WireWriter.bytes(count: size(features, eventTimestamp)) { write(features, eventTimestamp, with: &$0) }
    }

    /// The value's bytes of a validated row of the feature set.
    public func bytes(of row: ValidatedRow) -> [UInt8] {
        bytes(features: row.features, eventTimestamp: row.eventTimestamp)
    }

    /// How many bytes a row's value takes.
    public func size(of row: ValidatedRow) -> Int { size(row.features, row.eventTimestamp) }

    /// Writes a row's value into memory of exactly its size.
    public func write(_ row: ValidatedRow, into memory: UnsafeMutableRawBufferPointer) {
        WireWriter.fill(memory) { write(row.features, row.eventTimestamp, with: &$0) }
    }

    private func size(_ features: [FeatureValue?], _ eventTimestamp: Timestamp) -> Int {
        var size = 1 + WireWriter.size(ofDelimited: WireWriter.size(of: eventTimestamp))
        for (place, name) in zip(places, names) {
            let content = WireWriter.size(ofFieldNamed: name, valueSize: WireWriter.size(of: features[place]))
            size += 1 + WireWriter.size(ofDelimited: content)
        }
        return size
    }

    private func write(_ features: [FeatureValue?], _ eventTimestamp: Timestamp, with writer: inout WireWriter) {
        for (place, name) in zip(places, names) {
            writer.field(name: name, value: features[place], tag: WireTag.rowFields)
        }
        writer.timestamp(eventTimestamp, tag: WireTag.rowEventTimestamp)
    }
}
