import CHiredis
import Glibc
import Synchronization

/// Wakes a wait on a socket when the task that waits is cancelled.
final class Interruption: Sendable {
    /// Becomes readable once ``raise()`` was called; -1 (which `poll` passes over) where the process has no descriptor
    /// left, and then a cancelled wait lasts until its deadline.
    let descriptor: Int32

    private let flag = Atomic(false)

    init() {
        descriptor = larder_event_open()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// True once ``raise()`` was called.
    var isRaised: Bool { flag.load(ordering: .acquiring) }

    func raise() {
        flag.store(true, ordering: .releasing)
        if descriptor >= 0 { larder_event_raise(descriptor) }
    }
}
