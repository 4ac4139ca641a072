import CProcess
import Glibc

/// A program that this run started. Signals are as in a fresh process: a thread of Dispatch has all of them blocked, and
/// a child would inherit that.
struct ChildProcess: Sendable {
    let id: pid_t
    /// Where the child's standard output comes out.
    private let output: Int32
    /// Where its standard input goes in.
    private let input: Int32

    /// Starts a program, found along `PATH`.
    ///
    /// - Parameter errors: a file for what it writes to its standard error; nil where it shares this program's.
    init(_ arguments: [String], errors: String? = nil) throws {
        let (ends, inputEnds) = (try Self.pipe(), try Self.pipe())
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, inputEnds[0], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        if let errors { posix_spawn_file_actions_addopen(&actions, 2, errors, O_CREAT | O_WRONLY | O_APPEND, 0o600) }
        larder_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var started: pid_t = -1
        let code = CStrings.with(arguments) { posix_spawnp(&started, arguments[0], &actions, &attributes, $0, environ) }
        posix_spawnattr_destroy(&attributes)
        posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        close(inputEnds[0])
        guard code == 0 else {
            close(ends[0])
            close(inputEnds[1])
            throw BenchFailure("cannot start \(arguments[0]): errno \(code)")
        }
        id = started
        output = ends[0]
        input = inputEnds[1]
    }

    private static func pipe() throws -> [Int32] {
        var ends: [Int32] = [-1, -1]
        guard larder_pipe(&ends) == 0 else { throw BenchFailure("there is no pipe: errno \(errno)") }
        return ends
    }

    var isRunning: Bool {
        var status: Int32 = 0
        return waitpid(id, &status, WNOHANG) == 0
    }

    /// Takes all that it writes until it ends.
    ///
    /// - Throws: when it ended otherwise than with 0.
    func wholeOutput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(output, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        let status = wait()
        guard status == 0 else { throw BenchFailure("process \(id) ended with status \(status)") }
        return bytes
    }

    /// Takes the next line that it writes; without a line feed where it ended.
    func line() -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a line to its standard input.
    func say(_ text: String) throws {
        let bytes = Array("\(text)\n".utf8)
        guard write(input, bytes, bytes.count) == bytes.count else {
            throw BenchFailure("process \(id) takes no input: errno \(errno)")
        }
    }

    func signal(_ number: Int32) {
        kill(id, number)
    }

    /// Asks it to end, and waits.
    func stop() {
        kill(id, SIGTERM)
        _ = wait()
    }

    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        close(output)
        close(input)
        return status
    }
}
