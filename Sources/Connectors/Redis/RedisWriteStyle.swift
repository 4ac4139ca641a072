import FeatureModel
import RowCoding

/// How rows of a store are written: their bytes, the guard, and how long they stay.
struct RedisWriteStyle: Sendable {
    let encoding: RedisValueEncoding
    let expiry: RedisExpiry
    let guardsNewest: Bool

    init(_ configuration: RedisConfiguration) {
        encoding = configuration.encoding
        expiry = configuration.expiry
        guardsNewest = configuration.guardsNewest
    }

    /// The codec of a feature set's rows.
    func codec(for featureSet: FeatureSet) -> RedisRowCodec {
        RedisRowCodec(featureSet: featureSet, encoding: encoding)
    }
}
