import Glibc

/// Standard output or standard error, written at once and whole: nothing is lost when the process ends.
struct StandardStream: Sendable {
    /// Data.
    static let out = StandardStream(descriptor: STDOUT_FILENO)
    /// Talk.
    static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// True when a person reads it.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes text. A reader that has gone away ends the process quietly, as it ends any filter.
    func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 && errno == EAGAIN {
                waitForRoom()
                continue
            }
            guard count > 0 else { end(errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// A terminal or pipe that somebody made non-blocking takes the rest later.
    private func waitForRoom() {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
    }

    private func end(_ error: Int32) -> Never {
        if error == EPIPE { exit(ExitStatus.done.rawValue) }
        if descriptor == STDOUT_FILENO {
            Self.error.write("larder: cannot write to standard output: \(String(cString: strerror(error)))\n")
        }
        exit(ExitStatus.failed.rawValue)
    }
}
