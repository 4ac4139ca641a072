import Glibc
import Synchronization

/// The sockets of a proxy's connections: nobody shuts down a number that is closed, and may be something else by now.
final class OpenSockets: Sendable {
    private let open = Mutex<Set<Int32>>([])

    func insert(_ descriptors: Int32...) {
        open.withLock { $0.formUnion(descriptors) }
    }

    /// Ends the streams; whoever reads them closes.
    func shutDown() {
        open.withLock { open in
            for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    func close(_ descriptors: Int32...) {
        open.withLock { open in
            open.subtract(descriptors)
            for descriptor in descriptors { _ = Glibc.close(descriptor) }
        }
    }
}
