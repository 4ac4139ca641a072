import KafkaConnector
import LocalLogConnector
import RedisConnector
import SQLiteConnector
public import StorageAPI

/// The connectors that come with Larder. A new one is added with one line.
public enum ConnectorCatalog {
    /// Their cards, stores first.
    public static let builtIn: [ConnectorCard] = [
        SQLiteConnector.card,
        RedisConnector.card,
        RedisClusterConnector.card,
        LocalLogConnector.card,
        KafkaConnector.card,
    ]
}
