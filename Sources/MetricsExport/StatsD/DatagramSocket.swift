import Glibc

/// A socket that sends datagrams to one address. It may wait for room, but not long: never on a thread of tasks.
final class DatagramSocket: Sendable {
    private let descriptor: Int32

    /// Looks the destination's name up, which may take long.
    init(to destination: StatsDDestination) throws(NetworkFailure) {
        let address = try ResolvedAddress.lookUp(destination.host, port: destination.port, isDatagram: true)
        let descriptor = socket(address.family, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw NetworkFailure("open a socket", errno) }
        var limit = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard address.withSystemForm({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
            let code = errno
            close(descriptor)
            throw NetworkFailure("reach \(destination)", code)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Sends all of them, whatever becomes of some.
    ///
    /// - Throws: the first failure, after the last was tried.
    func send(_ datagrams: [[UInt8]]) throws(NetworkFailure) {
        var failure: NetworkFailure?
        for datagram in datagrams {
            guard let code = attempt(datagram) else { continue }
            failure = failure ?? NetworkFailure("send", code)
            // A refusal is about a datagram before; this one was not sent for it.
            if code == ECONNREFUSED { _ = attempt(datagram) }
        }
        if let failure { throw failure }
    }

    /// - Returns: what went wrong.
    private func attempt(_ datagram: [UInt8]) -> Int32? {
        let sent = datagram.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        return sent < 0 ? errno : nil
    }
}
