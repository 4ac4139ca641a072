import FeatureModel
public import StorageAPI

/// The connector to a single Redis server: Feast's online store, byte for byte.
public enum RedisConnector {
    static let typeName = "REDIS"

    /// The card.
    public static let card = ConnectorCard(
        type: typeName,
        summary:
            "A Redis server (5 or later): the newest row of every key, with the keys and values of Feast 0.4 to 0.6.",
        settings: RedisSetting.allCases.map(\.setting),
        capabilities: [.sink, .online, .shared],
        remarks: [
            "Between equal event times arrival decides: Feast's values have no room for the created time.",
            "An older row never replaces a newer one; a script on the server sees to that, at about half the speed of "
                + "writing without looking.",
            "What it holds outlives the server only as far as the server is configured to save (RDB, AOF).",
            "Values expire only where ttl_seconds or ttl_from_max_age says so; once a newer row has expired, an older one that "
                + "comes then is stored. A server that evicts keys when its memory is full loses rows.",
            "With tls, the server's certificate is always verified; without it, passwords and rows travel in the clear.",
            "With encoding v1, rows written before a feature was added or removed read as missing; with v2 they stay "
                + "readable.",
        ],
        openSink: { place throws(StoreError) in
            let (configuration, connection, _) = try open(place)
            return RedisFeatureSink(connection: connection, style: configuration.writing)
        },
        openOnlineRetriever: { place throws(StoreError) in
            let (_, connection, failure) = try open(place)
            return RedisOnlineRetriever(connection: connection, failure: failure)
        },
        judge: { place throws(SettingFault) in _ = try RedisConfiguration(place) },
        probe: { place throws(StoreError) in
            let (configuration, connection, _) = try open(place)
            return try await RedisProbe.probe(connection, configuration)
        },
        retryPolicy: RedisConfiguration.retryPolicy)

    /// Reads the settings; the connection itself is made when it is first needed.
    private static func open(
        _ place: ConnectorCard.Place
    ) throws(StoreError) -> (RedisConfiguration, RedisConnection, RedisFailure) {
        let configuration: RedisConfiguration
        do throws(SettingFault) {
            configuration = try RedisConfiguration(place)
        } catch {
            throw RedisFailure.misconfigured(error, store: place.store)
        }
        let failure = RedisFailure(store: place.store, endpoint: configuration.endpoint)
        return (configuration, RedisConnection(configuration: configuration, failure: failure), failure)
    }
}
