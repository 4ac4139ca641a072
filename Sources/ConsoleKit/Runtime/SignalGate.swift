import Glibc

/// Turns the signals that ask a program to end into bytes on the inbox's pipe, so that the loop ends by itself and the
/// terminal is restored.
struct SignalGate {
    // Read by the signal handler, which may touch nothing but plain memory and `write`; set before it is installed.
    nonisolated(unsafe) private static var descriptor: Int32 = -1  // one console per process; see above
    private static let signals = [SIGTERM, SIGHUP, SIGINT]

    /// Opens the gate: from now on the signals arrive at the descriptor.
    init(descriptor: Int32) {
        Self.descriptor = descriptor
        for number in Self.signals {
            signal(number) { received in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: received)
                _ = write(SignalGate.descriptor, &byte, 1)
                errno = saved
            }
        }
    }

    /// Gives the signals their default meaning again.
    func close() {
        for number in Self.signals { signal(number, SIG_DFL) }
        Self.descriptor = -1
    }

    /// Stops the process as Ctrl-Z does, until the shell continues it.
    static func stopProcess() {
        raise(SIGSTOP)
    }
}
