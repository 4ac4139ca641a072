import Glibc

/// TCP ports at 127.0.0.1.
public enum LoopbackPort {
    /// Finds a port that nobody listens on. Somebody may take it before the caller does: try again then.
    public static func free() throws -> Int {
        let (descriptor, port) = try listen(backlog: 0)
        close(descriptor)
        return port
    }

    /// Listens on a free port, or on one that was used before; the socket is not inherited by child processes.
    ///
    /// - Returns: the listening socket, which the caller closes, and its port.
    public static func listen(on port: Int = 0, backlog: Int32 = 16) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXFailure("open a socket", errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = address(port: port)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let outcome = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(descriptor, address, size) == 0, Glibc.listen(descriptor, backlog) == 0 else { return errno }
                return getsockname(descriptor, address, &size) == 0 ? 0 : errno
            }
        }
        guard outcome == 0 else {
            close(descriptor)
            throw POSIXFailure("listen", outcome)
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Connects to a port; the socket blocks.
    public static func connect(to port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXFailure("open a socket", errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = address(port: port)
        let outcome = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                Glibc.connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 ? 0 : errno
            }
        }
        guard outcome == 0 else {
            close(descriptor)
            throw POSIXFailure("connect to port \(port)", outcome)
        }
        return descriptor
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return address
    }
}
