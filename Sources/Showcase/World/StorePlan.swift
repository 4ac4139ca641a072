import FeatureModel
import Operations

/// What is planned for one store.
struct StorePlan {
    let name: StoreName
    let type: String
    let settings: [SettingValue]
    let subscriptions: [Subscription]
    let definedAt: String?
    let state: HealthState
    let latency: Double
    let error: String?
    let endpoint: String
    let holdings: Int64
    let holdingsUnit: String
    let facts: [SettingValue]
    let capabilities: [String]

    /// What it would be as the registry keeps it, for deciding what it subscribes to.
    var definition: StoreDefinition { StoreDefinition(name: name, type: type, subscriptions: subscriptions) }
}

extension StorePlan {
    /// The four stores: one well, one slow, one degraded, one that lives far away.
    static let all: [StorePlan] = [online, canary, europe, history]

    private static let redisCapabilities = ["ingestion", "online retrieval", "shared between hosts"]

    private static func redisSettings(host: String, database: String) -> [SettingValue] {
        [
            SettingValue(key: "host", value: host, isDefault: false),
            SettingValue(key: "port", value: "6379", isDefault: true),
            SettingValue(key: "username", value: "larder", isDefault: false),
            SettingValue(key: "password", value: "•••", isDefault: false),
            SettingValue(key: "database", value: database, isDefault: database == "0"),
            SettingValue(key: "connect_timeout_ms", value: "3000", isDefault: true),
            SettingValue(key: "read_timeout_ms", value: "2000", isDefault: true),
            SettingValue(key: "max_retries", value: "5", isDefault: false),
            SettingValue(key: "encoding", value: "v2", isDefault: true),
        ]
    }

    private static func redisFacts(version: String, memory: String, role: String) -> [SettingValue] {
        [
            SettingValue(key: "version", value: version, isDefault: false),
            SettingValue(key: "role", value: role, isDefault: false),
            SettingValue(key: "memory", value: memory, isDefault: false),
            SettingValue(key: "eviction", value: "noeviction", isDefault: false),
            SettingValue(key: "persistence", value: "aof, every second", isDefault: false),
        ]
    }

    private static let online = StorePlan(
        name: "redis-online", type: "REDIS", settings: redisSettings(host: "redis-online.internal", database: "0"),
        subscriptions: [
            Subscription(project: "risk", name: "*"), Subscription(project: "fraud", name: "*"),
            Subscription(project: "core", name: "customer*"),
        ],
        definedAt: "larder.yaml line 6", state: .up, latency: 1.1, error: nil,
        endpoint: "redis://redis-online.internal:6379/0", holdings: 84_112_340, holdingsUnit: "keys",
        facts: redisFacts(version: "6.0.4", memory: "21.4 GB of 32.0 GB", role: "primary, 2 replicas"),
        capabilities: redisCapabilities)

    private static let canary = StorePlan(
        name: "redis-canary", type: "REDIS", settings: redisSettings(host: "redis-canary.internal", database: "3"),
        subscriptions: [
            Subscription(project: "risk", name: "card_*"), Subscription(project: "risk", name: "device_*"),
            Subscription(project: "pilot", name: "*"),
        ],
        definedAt: nil, state: .slow, latency: 812, error: "answers take longer than 500 ms",
        endpoint: "redis://redis-canary.internal:6379/3", holdings: 1_204_118, holdingsUnit: "keys",
        facts: redisFacts(version: "5.0.7", memory: "1.9 GB of 2.0 GB", role: "primary"),
        capabilities: redisCapabilities)

    private static let europe = StorePlan(
        name: "redis-eu", type: "REDIS", settings: redisSettings(host: "redis-eu.internal", database: "0"),
        subscriptions: [
            Subscription(project: "core", name: "*"), Subscription(project: "ads", name: "*"),
            Subscription(project: "ads", name: "legacy_*", exclude: true),
        ],
        definedAt: nil, state: .up, latency: 14.2, error: nil, endpoint: "redis://redis-eu.internal:6379/0",
        holdings: 11_730_902, holdingsUnit: "keys",
        facts: redisFacts(version: "6.0.4", memory: "6.2 GB of 16.0 GB", role: "primary, 1 replica"),
        capabilities: redisCapabilities)

    private static let history = StorePlan(
        name: "history", type: "SQLITE",
        settings: [SettingValue(key: "path", value: "/srv/larder/history.db", isDefault: false)],
        subscriptions: [
            .everything, Subscription(project: "ads", name: "legacy_*", exclude: true),
        ],
        definedAt: "larder.yaml line 14", state: .degraded, latency: 96,
        error: "2 of the last 10 writes waited for a lock and failed", endpoint: "/srv/larder/history.db",
        holdings: 57, holdingsUnit: "tables",
        facts: [
            SettingValue(key: "version", value: "3.31.1", isDefault: false),
            SettingValue(key: "size", value: "48.7 GB", isDefault: false),
            SettingValue(key: "journal", value: "wal, 1.2 GB", isDefault: false),
            SettingValue(key: "free space", value: "212 GB", isDefault: false),
        ],
        capabilities: [
            "ingestion", "online retrieval", "historical retrieval", "dead letters", "created time", "schema changes",
        ])
}
