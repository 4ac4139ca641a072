import Dispatch
import Glibc
import Synchronization

/// Finds the addresses of a host: a name, an IPv4 or an IPv6 address.
enum HostLookup {
    /// Looks up, for no longer than the deadline. Blocks.
    ///
    /// - Throws: `unresolved` where there is no such host, `timedOut(.lookingUp)`.
    static func addresses(host: String, port: Int, until deadline: Deadline) throws(RedisFault) -> [SocketAddress] {
        if case .success(let literal) = resolve(host: host, port: port, flags: AI_NUMERICHOST) { return literal }
        // getaddrinfo can be neither limited nor interrupted; when the time is up its thread is left to finish alone.
        let answer = Answer()
        DispatchQueue(label: "larder.redis.lookup").async {
            answer.result.withLock { $0 = resolve(host: host, port: port, flags: 0) }
            answer.arrived.signal()
        }
        let limit = DispatchTime.now() + .milliseconds(Int(deadline.remainingMilliseconds))
        guard answer.arrived.wait(timeout: limit) == .success, let result = answer.result.withLock({ $0 }) else {
            throw .timedOut(.lookingUp)
        }
        return try result.get()
    }

    private final class Answer: Sendable {
        let arrived = DispatchSemaphore(value: 0)
        let result = Mutex<Result<[SocketAddress], RedisFault>?>(nil)
    }

    private static func resolve(host: String, port: Int, flags: Int32) -> Result<[SocketAddress], RedisFault> {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = flags | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else { return .failure(.unresolved(String(cString: gai_strerror(code)))) }
        defer { freeaddrinfo(list) }
        var addresses: [SocketAddress] = []
        var next = list
        while let entry = next?.pointee {
            addresses.append(SocketAddress(entry))
            next = entry.ai_next
        }
        return .success(addresses)
    }
}
