import FeatureModel
import RowCoding
import StorageAPI

/// How rows of a store are written: their bytes, the guard, and how long they stay.
struct RedisWriteStyle: Sendable {
    let encoding: RedisValueEncoding
    let expiry: RedisExpiry
    /// False where rows are written without looking at what is there.
    let guardsNewest: Bool

    /// Reads settings that the card has checked and completed with its defaults.
    ///
    /// - Throws: the first setting that cannot be read, or has no meaning with the others.
    init(_ config: [String: String]) throws(SettingFault) {
        guard let encoding = config[RedisSetting.encoding.key].flatMap(RedisValueEncoding.init(rawValue:)) else {
            throw RedisConfiguration.fault(.encoding)
        }
        self.encoding = encoding
        expiry = try Self.expiry(config)
        guardsNewest = config[RedisSetting.newestWins.key] != "false"
        guard guardsNewest || expiry == .never else {
            throw SettingFault(
                key: RedisSetting.newestWins.key,
                message:
                    "newest_wins: false goes without ttl_seconds and ttl_from_max_age: the guard sets the time to live")
        }
    }

    /// The codec of a feature set's rows.
    func codec(for featureSet: FeatureSet) -> RedisRowCodec {
        RedisRowCodec(featureSet: featureSet, encoding: encoding)
    }

    private static func expiry(_ config: [String: String]) throws(SettingFault) -> RedisExpiry {
        let seconds = try RedisConfiguration.integer(.ttlSeconds, in: config)
        let isFromMaxAge = config[RedisSetting.ttlFromMaxAge.key] == "true"
        guard !isFromMaxAge || seconds == 0 else {
            throw SettingFault(
                key: RedisSetting.ttlSeconds.key, message: "give ttl_seconds or ttl_from_max_age, not both")
        }
        return isFromMaxAge ? .withMaxAge : seconds > 0 ? .afterWriting(seconds) : .never
    }
}
