internal import Glibc

/// Watches the controlling end until the stop pipe is closed; owns both of its descriptors.
struct PseudoTerminalReader: Sendable {
    let controller: Int32
    let stop: Int32

    /// Runs on a thread of its own; `takeOutput` reads when there is something, and answers whether to go on.
    func run(takeOutput: () -> Bool) {
        defer {
            close(controller)
            close(stop)
        }
        while true {
            var watched = [
                pollfd(fd: controller, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&watched, 2, -1) > 0 || errno == EINTR else { return }
            if watched[1].revents != 0 { return }
            if watched[0].revents != 0, !takeOutput() { return }
        }
    }
}
