import Foundation
import Glibc

/// A UDP port at 127.0.0.1 that keeps what arrives.
public final class DatagramReceiver: Sendable {
    /// The port.
    public let port: Int
    /// The datagrams as they come; ends with ``close()``.
    public let datagrams: AsyncStream<[UInt8]>

    private let descriptor: Int32

    /// Begins to receive, on a port that nobody uses.
    public init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXFailure("open a socket", errno) }
        guard let port = Self.bound(descriptor) else {
            let code = errno
            Glibc.close(descriptor)
            throw POSIXFailure("bind a port", code)
        }
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        self.descriptor = descriptor
        self.port = port
        datagrams = stream
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                continuation.yield(Array(buffer.prefix(count)))
            }
            Glibc.close(descriptor)
            continuation.finish()
        }
    }

    /// Receives no more: an empty datagram to itself ends it.
    public func close() {
        var address = Self.address(port: port)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = sendto(descriptor, nil, 0, 0, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// The lines of the next datagrams, until one of them satisfies the condition or nothing comes any more.
    public func lines(until isLast: (String) -> Bool) async -> [String] {
        var lines: [String] = []
        for await datagram in datagrams {
            let new = String(decoding: datagram, as: UTF8.self).split(separator: "\n").map(String.init)
            lines += new
            if new.contains(where: isLast) { break }
        }
        return lines
    }

    private static func bound(_ descriptor: Int32) -> Int? {
        var address = address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && getsockname(descriptor, address, &size) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return address
    }
}
