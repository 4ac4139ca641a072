import CHiredis
import Glibc

/// Connects sockets: every address of the host in turn, within one time limit for all.
enum SocketDialer {
    /// Connects. Blocks.
    static func connect(
        to configuration: RedisConfiguration, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> SocketTransport {
        let addresses = try HostLookup.addresses(
            host: configuration.host, port: configuration.port, until: deadline)
        var fault = RedisFault.unresolved("no address")
        for (index, address) in addresses.enumerated() {
            do {
                let share = deadline.share(amongst: addresses.count - index)
                return try connect(to: address, until: share, interruption: interruption)
            } catch .cancelled {
                throw .cancelled
            } catch {
                fault = error
            }
        }
        throw fault
    }

    private static func connect(
        to address: SocketAddress, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> SocketTransport {
        let descriptor = larder_stream_socket(address.family)
        guard descriptor >= 0 else { throw .unreachable(errno: errno) }
        let transport = SocketTransport(descriptor: descriptor)
        let code = address.connect(descriptor)
        if code == EINPROGRESS {
            guard try transport.wait(for: .writable, until: deadline, interruption: interruption) else {
                throw .timedOut(.connecting)
            }
            let outcome = pendingError(of: descriptor)
            if outcome != 0 { throw .unreachable(errno: outcome) }
        } else if code != 0 {
            throw .unreachable(errno: code)
        }
        return transport
    }

    private static func pendingError(of descriptor: Int32) -> Int32 {
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno
    }
}
