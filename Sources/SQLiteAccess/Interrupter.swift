import CSQLite
import Synchronization

/// Ends the statement that a connection runs, from any thread. Of no effect once the connection is closed.
public final class Interrupter: Sendable {
    /// The connection's handle, as far as another thread may use it.
    private struct Handle: @unchecked Sendable {  // sqlite3_interrupt is the one call that is safe from any thread
        var pointer: OpaquePointer?
    }

    private let handle: Mutex<Handle>

    init(_ pointer: OpaquePointer) {
        handle = Mutex(Handle(pointer: pointer))
    }

    /// Makes the running statement, if any, end with ``DatabaseError/Condition/interrupted``.
    public func interrupt() {
        handle.withLock { handle in
            if let pointer = handle.pointer { sqlite3_interrupt(pointer) }
        }
    }

    /// Must come before the handle is closed.
    func detach() {
        handle.withLock { $0.pointer = nil }
    }
}
