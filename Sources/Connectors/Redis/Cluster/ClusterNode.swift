/// A server of a cluster, by where it is reached.
struct ClusterNode: Hashable, Sendable, CustomStringConvertible {
    /// A name, an IPv4 or an IPv6 address, without brackets.
    let host: String
    let port: Int

    /// `10.0.0.1:7000`, `[::1]:7000`.
    var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}
