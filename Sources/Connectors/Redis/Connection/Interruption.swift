import CHiredis
import Glibc

/// Wakes a wait on a socket when the task that waits is cancelled.
final class Interruption: Sendable {
    /// Becomes readable once ``raise()`` was called; -1 (which `poll` passes over) where the process has no descriptor
    /// left, and then a cancelled wait lasts until its deadline.
    let descriptor: Int32

    init() {
        descriptor = larder_event_open()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func raise() {
        if descriptor >= 0 { larder_event_raise(descriptor) }
    }
}
