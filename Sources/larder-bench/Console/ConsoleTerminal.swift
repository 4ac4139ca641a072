import CNcurses
import Glibc

/// The real program on a pseudo-terminal of 120 columns and 40 rows.
final class ConsoleTerminal {
    let process: pid_t
    private let controller: Int32
    private let stopwatch: Stopwatch
    /// What was written to the terminal, without escape sequences.
    private var text = ""
    private var bytes = [UInt8](repeating: 0, count: 1 << 16)

    init(larder: String, workspace: String) throws {
        var (controller, terminal): (Int32, Int32) = (-1, -1)
        guard larder_pty_open(120, 40, &controller, &terminal) else {
            throw BenchFailure("there is no pseudo-terminal: errno \(errno)")
        }
        self.controller = controller
        stopwatch = Stopwatch()
        let environment = ["TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(workspace)", "PATH=/usr/bin:/bin"]
        process = CStrings.with([larder, "--workspace", workspace]) { arguments in
            CStrings.with(environment) { larder_pty_spawn(terminal, larder, arguments, $0, nil) }
        }
        close(terminal)
        guard process > 0 else { throw BenchFailure("cannot start \(larder): errno \(errno)") }
    }

    /// Ends the program and takes its ending.
    func end() {
        kill(process, SIGTERM)
        var (code, signal): (Int32, Int32) = (0, 0)
        larder_wait_for_exit(process, &code, &signal)
        close(controller)
    }

    /// How long after the start a text is on the terminal.
    func milliseconds(until wanted: String, within seconds: Double) throws -> Double {
        while !text.contains(wanted) {
            guard stopwatch.seconds < seconds, read(waiting: 100) != nil else {
                throw BenchFailure("the console does not show \(wanted); the terminal has: \(text.suffix(300))")
            }
        }
        return stopwatch.seconds * 1_000
    }

    /// How long it takes from a key until everything that it causes was written.
    func milliseconds(ofFrameAfter keys: String) throws -> Double {
        let key = Stopwatch()
        press(keys)
        guard var last = read(waiting: 1_000).flatMap({ $0 > 0 ? key.seconds : nil }) else {
            throw BenchFailure("the console did not answer a key")
        }
        // A frame may come in several pieces.
        while let count = read(waiting: 2), count > 0 { last = key.seconds }
        return last * 1_000
    }

    func press(_ keys: String) {
        let keys = Array(keys.utf8)
        write(controller, keys, keys.count)
    }

    /// Waits until nothing is written for a while.
    func settle() {
        while let count = read(waiting: 300), count > 0 {}
        text = ""
    }

    /// Takes what is written, for a while.
    func listen(seconds: Double) {
        let listening = Stopwatch()
        while listening.seconds < seconds, read(waiting: 100) != nil {}
    }

    /// - Returns: how many bytes came; 0 when none did in time, nil when the program has gone.
    private func read(waiting milliseconds: Int32) -> Int? {
        var waited = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&waited, 1, milliseconds) > 0 else { return 0 }
        let count = Glibc.read(controller, &bytes, bytes.count)
        guard count > 0 else { return nil }
        text += EscapeSequences.removed(from: bytes[..<count])
        return count
    }
}
