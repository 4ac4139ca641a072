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
            guard count > 0 else { exit(errno == EPIPE ? 0 : ExitStatus.failed.rawValue) }
            rest = rest.dropFirst(count)
        }
    }
}
