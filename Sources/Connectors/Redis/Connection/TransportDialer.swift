/// Connects to the server of a configuration, encrypted where that is asked for.
enum TransportDialer {
    /// Connects, within `connect_timeout_ms`. Blocks.
    ///
    /// - Throws: what ``TLSContext``, ``SocketDialer`` and ``TLSTransport`` throw.
    static func connect(
        to configuration: RedisConfiguration, interruption: Interruption?
    ) throws(RedisFault) -> any Transport {
        let deadline = Deadline(after: configuration.timeouts.connect)
        guard let tls = configuration.tls else {
            return try SocketDialer.connect(to: configuration, until: deadline, interruption: interruption)
        }
        // A file that cannot be used is told before anybody is bothered.
        let context = try TLSContext(tls, host: configuration.host)
        let socket = try SocketDialer.connect(to: configuration, until: deadline, interruption: interruption)
        return try TLSTransport(over: socket, context: context, until: deadline, interruption: interruption)
    }
}
