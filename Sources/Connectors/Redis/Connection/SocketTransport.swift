import Glibc

/// A plain socket.
final class SocketTransport: Transport {
    /// The socket; -1 once it is closed.
    private(set) var descriptor: Int32

    /// Takes over a connected socket that does not block.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close()
    }

    func send(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) -> Int {
        // Without MSG_NOSIGNAL a server that is gone would end the process.
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        return count >= 0 ? count : try Self.nothing(errno)
    }

    func receive(into bytes: UnsafeMutableRawBufferPointer) throws(RedisFault) -> Int {
        let count = recv(descriptor, bytes.baseAddress, bytes.count, 0)
        if count == 0 { throw .disconnected }
        return count > 0 ? count : try Self.nothing(errno)
    }

    func wait(
        for interests: TransportInterests, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> Bool {
        var events: Int32 = 0
        if interests.contains(.readable) { events |= POLLIN }
        if interests.contains(.writable) { events |= POLLOUT }
        var polled = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: interruption?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let answered = poll(&polled, nfds_t(polled.count), deadline.remainingMilliseconds)
            if answered < 0 && errno == EINTR { continue }
            if answered < 0 { throw .broken(errno: errno) }
            guard polled[1].revents != 0 else { return polled[0].revents != 0 }
            if interruption?.isRaised == true { throw .cancelled }
            // Not our doing: a call is given up only for whoever asked.
            polled[1].fd = -1
        }
    }

    var isQuiet: Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK))
        return count < 0 && (errno == EAGAIN || errno == EINTR)
    }

    func close() {
        guard descriptor >= 0 else { return }
        _ = Glibc.close(descriptor)
        descriptor = -1
    }

    /// Tells "not now" from an error.
    private static func nothing(_ code: Int32) throws(RedisFault) -> Int {
        switch code {
        case EAGAIN, EINTR: return 0
        case ECONNRESET, EPIPE: throw .disconnected
        default: throw .broken(errno: code)
        }
    }
}
