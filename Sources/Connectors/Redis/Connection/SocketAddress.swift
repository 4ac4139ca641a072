import Glibc

/// An address of a host: whatever `getaddrinfo` answers, IPv4 or IPv6.
struct SocketAddress: Sendable {
    let family: Int32
    private let bytes: [UInt8]

    init(_ entry: addrinfo) {
        family = entry.ai_family
        bytes = Array(UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen)))
    }

    /// Begins to connect a socket.
    ///
    /// - Returns: 0, or the error's number; `EINPROGRESS` where the socket does not block.
    func connect(_ descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { raw in
            let address = raw.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return Glibc.connect(descriptor, address, socklen_t(raw.count)) == 0 ? 0 : errno
        }
    }
}
