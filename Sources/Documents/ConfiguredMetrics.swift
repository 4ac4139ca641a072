/// Where workers send metrics of their rows.
public enum ConfiguredMetrics: Sendable, Hashable {
    /// Nowhere.
    case none
    /// To a StatsD server, by UDP.
    case statsD(host: String, port: Int)

    /// The host that is meant where none is named.
    public static let usualHost = "localhost"
    /// The port that is meant where none is named.
    public static let usualPort = 8_125

    /// The types that a configuration may name.
    static let types = ["none", "statsd"]
}
