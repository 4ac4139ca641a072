import FeatureModel
public import StorageAPI

/// The connector to a Redis Cluster: the same keys and values as on a single server, spread over its nodes.
public enum RedisClusterConnector {
    static let typeName = "REDIS_CLUSTER"

    /// The card.
    public static let card = ConnectorCard(
        type: typeName,
        summary:
            "A Redis Cluster (5 or later): the newest row of every key, with the keys and values of Feast 0.4 to 0.6.",
        settings: RedisClusterSetting.all,
        capabilities: [.sink, .online, .shared],
        remarks: [
            "Between equal event times arrival decides: Feast's values have no room for the created time.",
            "An older row never replaces a newer one, unless newest_wins is false; a script on every server sees to that.",
            "Failovers and slots that move are waited for, up to cluster_timeout_ms; rows that were not answered for are "
                + "written again.",
            "A master answers before its replicas have a row: what it took in the last moment before it is lost may be "
                + "lost with it.",
            "With read_from replica reads may be behind; the master answers where no replica does.",
            "Values expire only where ttl_seconds or ttl_from_max_age says so. A server that evicts keys when its memory is "
                + "full loses rows.",
            "With tls, every server's certificate is always verified; without it, passwords and rows travel in the clear.",
            "With encoding v1, rows written before a feature was added or removed read as missing; with v2 they stay "
                + "readable.",
        ],
        openSink: { place throws(StoreError) in RedisClusterFeatureSink(connections: try connections(place)) },
        openOnlineRetriever: { place throws(StoreError) in
            RedisClusterOnlineRetriever(connections: try connections(place))
        },
        judge: { place throws(SettingFault) in _ = try RedisClusterConfiguration(place) },
        probe: { place throws(StoreError) in try await RedisClusterProbe.probe(try connections(place)) },
        retryPolicy: RedisConfiguration.retryPolicy)

    /// Reads the settings; connections are made when they are first needed.
    static func connections(_ place: ConnectorCard.Place) throws(StoreError) -> ClusterConnections {
        let configuration: RedisClusterConfiguration
        do throws(SettingFault) {
            configuration = try RedisClusterConfiguration(place)
        } catch {
            throw RedisFailure.misconfigured(error, store: place.store, connector: typeName)
        }
        return ClusterConnections(
            configuration: configuration,
            failure: RedisClusterFailure(store: place.store, endpoint: configuration.endpoint))
    }
}
