/// Where StatsD metrics are sent.
public struct StatsDDestination: Sendable, Hashable, CustomStringConvertible {
    /// A name or an address.
    public let host: String
    /// The UDP port.
    public let port: Int

    /// Makes a destination; the defaults are Feast's.
    public init(host: String = "localhost", port: Int = 8_125) {
        self.host = host
        self.port = port
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}
