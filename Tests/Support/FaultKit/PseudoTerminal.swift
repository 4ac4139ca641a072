internal import CNcurses
internal import CProcess
internal import Glibc
internal import Synchronization

/// A terminal made of software, with an emulator at its other end: drives a real program, or a part of one, as an
/// operator would, and shows what is on the screen.
///
/// A thread of its own reads what is written. Waiting is driven by that output; the deadline only ends a test that
/// has failed already.
public final class PseudoTerminal: Sendable {
    /// How a program ended.
    public enum ExitStatus: Sendable, Hashable {
        /// By itself, with a code.
        case exited(Int32)
        /// By a signal.
        case signaled(Int32)
    }

    /// How long to wait for anything, unless told otherwise.
    public static let patience = Duration.seconds(30)

    /// The descriptor that a program in this process can use as its terminal; stays open as long as this object.
    public let terminal: Int32
    let controller: Int32
    let state: Mutex<PseudoTerminalState>
    private let stopPipe: (read: Int32, write: Int32)

    /// Opens a terminal without a program.
    ///
    /// - Throws: ``PseudoTerminalError`` when the system has none left.
    public init(columns: Int, rows: Int) throws(PseudoTerminalError) {
        var controller: Int32 = -1
        var terminal: Int32 = -1
        guard larder_pty_open(Int32(columns), Int32(rows), &controller, &terminal) else {
            throw .system("opening a pseudo-terminal", errno)
        }
        var ends: [Int32] = [-1, -1]
        guard larder_pipe(&ends) == 0 else { throw .system("opening a pipe", errno) }
        _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        self.controller = controller
        self.terminal = terminal
        stopPipe = (ends[0], ends[1])
        state = Mutex(PseudoTerminalState(screen: ScreenEmulator(columns: columns, rows: rows)))
        let reader = PseudoTerminalReader(controller: controller, stop: ends[0])
        OwnThread.start { [weak self] in
            reader.run { self?.takeOutput() ?? false }
        }
    }

    /// Starts a program on a terminal of its own.
    ///
    /// - Parameters:
    ///   - executable: the path of the program.
    ///   - arguments: without the program's name.
    ///   - environment: all of it; `TERM` should be `xterm-256color` or `linux`, which the emulator understands.
    ///   - directory: where it runs; nil for the test's own.
    ///   - columns: the extent in cells.
    ///   - rows: the extent in cells.
    /// - Throws: ``PseudoTerminalError`` when it cannot be started.
    public convenience init(
        executable: String, arguments: [String] = [], environment: [String: String], directory: String? = nil,
        columns: Int = 80, rows: Int = 24
    ) throws(PseudoTerminalError) {
        try self.init(columns: columns, rows: rows)
        let pid = Self.spawn(
            executable, arguments: arguments, environment: environment, directory: directory, terminal: terminal)
        guard pid > 0 else { throw .system("starting \(executable)", errno) }
        state.withLock { $0.process = pid }
        // Kept alive until the program has ended, so that its end is never missed.
        OwnThread.start { self.awaitExit(of: pid) }
    }

    deinit {
        _ = Glibc.close(stopPipe.write)
        _ = Glibc.close(terminal)
    }

    // MARK: Looking

    /// The screen as it is now.
    public var screen: ScreenEmulator { state.withLock { $0.screen } }

    /// Everything that was written so far, byte by byte.
    public var output: [UInt8] { state.withLock { $0.output } }

    /// The terminal's modes as they are now.
    public var settings: TerminalSettings? { TerminalSettings(descriptor: terminal) }

    /// The process id of the program, while it runs.
    public var process: Int32? { state.withLock { $0.status == nil ? $0.process : nil } }

    /// How the program ended; nil while it runs.
    public var exitStatus: ExitStatus? { state.withLock { $0.status } }

    // MARK: Acting

    /// Types text; escape sequences stand for keys (`\u{1B}[B` for ↓).
    public func type(_ text: String) {
        type(Array(text.utf8))
    }

    /// Types bytes.
    public func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: controller, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, 1000)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Gives the window another size; the program gets `SIGWINCH`.
    public func resize(columns: Int, rows: Int) {
        state.withLock { $0.screen.resize(columns: columns, rows: rows) }
        _ = larder_pty_resize(controller, Int32(columns), Int32(rows))
    }

    /// Sends a signal to the program; nothing when it has ended.
    public func send(signal: Int32) {
        state.withLock { state in
            // Under the lock, so that the id cannot belong to anybody else.
            if state.status == nil, let process = state.process { _ = kill(process, signal) }
        }
    }

    /// Takes the terminal away, as closing the window does: programs on it get `SIGHUP`, and reading from it fails.
    public func hangUp() {
        var byte: UInt8 = 0
        _ = write(stopPipe.write, &byte, 1)
    }

    // MARK: Threads

    /// Reads what has been written and wakes those who waited for it; false when the terminal is gone.
    ///
    /// The lock is held from reading to keeping, so that two threads cannot mix up the order.
    private func takeOutput() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let (isAlive, satisfied) = state.withLock { state in
            while true {
                let count = read(controller, &buffer, buffer.count)
                if count > 0 {
                    state.append(buffer[..<count])
                } else {
                    return (count < 0 && (errno == EAGAIN || errno == EINTR), state.takeSatisfied())
                }
            }
        }
        for waiter in satisfied { waiter.resume() }
        return isAlive
    }

    private func awaitExit(of pid: Int32) {
        var code: Int32 = 0
        var signal: Int32 = 0
        guard larder_wait_for_exit(pid, &code, &signal) else { return }
        // What the program wrote last is in the terminal already: it is read before the end is told.
        _ = takeOutput()
        let waiting = state.withLock { $0.end(signal == 0 ? .exited(code) : .signaled(signal)) }
        for waiter in waiting { waiter.resume() }
    }

    private static func spawn(
        _ executable: String, arguments: [String], environment: [String: String], directory: String?, terminal: Int32
    ) -> Int32 {
        let words = ([executable] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for pointer in words + variables { free(pointer) }
        }
        return larder_pty_spawn(terminal, executable, words, variables, directory)
    }
}
