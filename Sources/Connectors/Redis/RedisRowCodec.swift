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

    /// The value's bytes of a row that ``fault(in:)`` finds nothing wrong with.
    func valueBytes(of row: ValidatedRow) -> [UInt8] { values.bytes(of: row) }

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

    /// About how many bytes a row's value takes: for cutting requests, without encoding anything.
    static func approximateSize(of row: ValidatedRow) -> Int {
        row.features.reduce(16) { $0 + 8 + ($1.map(approximateSize) ?? 0) }
    }

    private static func approximateSize(of value: FeatureValue) -> Int {
        switch value {
        case .bytes(let bytes): bytes.count
        case .string(let text): text.utf8.count
        case .int32, .int64, .double, .float, .bool: 8
        case .bytesList(let items): items.reduce(0) { $0 + $1.count + 4 }
        case .stringList(let items): items.reduce(0) { $0 + $1.utf8.count + 4 }
        case .int32List(let items): items.count * 5
        case .int64List(let items): items.count * 8
        case .doubleList(let items): items.count * 8
        case .floatList(let items): items.count * 4
        case .boolList(let items): items.count
        }
    }
}
