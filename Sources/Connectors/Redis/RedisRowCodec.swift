import FeatureModel
import RowCoding
import StorageAPI

/// A feature set's rows as Redis holds them: the one place where this connector meets Feast's bytes (spec section 3).
struct RedisRowCodec: Sendable {
    private let keys: RedisKeyEncoder
    private let values: RedisValueEncoder
    private let entityCount: Int
    private let featureCount: Int

    init(featureSet: FeatureSet, encoding: RedisValueEncoding) {
        keys = RedisKeyEncoder(featureSet: featureSet)
        values = RedisValueEncoder(featureSet: featureSet, encoding: encoding)
        entityCount = featureSet.entities.count
        featureCount = featureSet.features.count
    }

    /// True where the key has as many values as the feature set has entities.
    func fits(_ key: EntityKey) -> Bool { key.values.count == entityCount }

    /// The bytes of a key that ``fits(_:)``.
    func bytes(of key: EntityKey) -> [UInt8] { keys.bytes(of: key) }

    /// How many bytes a key takes that ``fits(_:)``.
    func size(of key: EntityKey) -> Int { keys.size(of: key) }

    /// Writes a key that ``fits(_:)`` into memory of its size.
    func write(_ key: EntityKey, into memory: UnsafeMutableRawBufferPointer) { keys.write(key, into: memory) }

    /// How many bytes the value of a row takes that ``fault(in:)`` finds nothing wrong with.
    func valueSize(of row: ValidatedRow) -> Int { values.size(of: row) }

    /// Writes the value of such a row into memory of its size.
    func writeValue(of row: ValidatedRow, into memory: UnsafeMutableRawBufferPointer) {
        values.write(row, into: memory)
    }

    /// Why a row cannot be written, in a sentence without values; nil where it can.
    func fault(in row: ValidatedRow) -> String? {
        if !fits(row.key) {
            return "the row's key has \(row.key.values.count) values, but the feature set has \(entityCount) entities"
        }
        if row.features.count != featureCount {
            return "the row has \(row.features.count) values, but the feature set has \(featureCount) features"
        }
        if !row.eventTimestamp.isRepresentable { return "the event time is outside of the years 1 to 9999" }
        return nil
    }
}
