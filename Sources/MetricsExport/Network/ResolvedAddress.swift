import Glibc

/// Where a name leads. Looking it up may take long: never on a thread of tasks.
enum ResolvedAddress: Sendable {
    case ipv4(sockaddr_in)
    case ipv6(sockaddr_in6)

    /// Looks a name up; of several addresses the first of IPv4 counts, else the first.
    static func lookUp(_ host: String, port: Int, isDatagram: Bool) throws(NetworkFailure) -> ResolvedAddress {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32((isDatagram ? SOCK_DGRAM : SOCK_STREAM).rawValue)
        hints.ai_flags = AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, "\(port)", &hints, &found)
        guard code == 0 else { throw NetworkFailure("cannot find \(host): \(String(cString: gai_strerror(code)))") }
        defer { freeaddrinfo(found) }
        let addresses = addresses(in: found)
        guard let address = addresses.first(where: { $0.isIPv4 }) ?? addresses.first else {
            throw NetworkFailure("\(host) has no address")
        }
        return address
    }

    private static func addresses(in list: UnsafeMutablePointer<addrinfo>?) -> [ResolvedAddress] {
        var addresses: [ResolvedAddress] = []
        var next = list
        while let entry = next {
            if let address = ResolvedAddress(entry.pointee) { addresses.append(address) }
            next = entry.pointee.ai_next
        }
        return addresses
    }

    private init?(_ entry: addrinfo) {
        guard let pointer = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET: self = .ipv4(pointer.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: self = .ipv6(pointer.loadUnaligned(as: sockaddr_in6.self))
        default: return nil
        }
    }

    var isIPv4: Bool { if case .ipv4 = self { true } else { false } }

    var family: Int32 { isIPv4 ? AF_INET : AF_INET6 }

    /// Lends the address in the form of the system's calls.
    func withSystemForm<Answer>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer) -> Answer {
        switch self {
        case .ipv4(let address): Self.lend(address, body)
        case .ipv6(let address): Self.lend(address, body)
        }
    }

    private static func lend<Form, Answer>(
        _ form: Form, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer
    ) -> Answer {
        withUnsafePointer(to: form) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Form>.size)) }
        }
    }
}
