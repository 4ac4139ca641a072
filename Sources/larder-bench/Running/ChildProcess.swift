import CProcess
import Glibc

/// A program that this run started. Signals are as in a fresh process: a thread of Dispatch has all of them blocked, and
/// a child would inherit that.
struct ChildProcess: Sendable {
    let id: pid_t
    /// Where the child's standard output comes out.
    private let output: Int32

    /// Starts a program, found along `PATH`.
    init(_ arguments: [String]) throws {
        var ends: [Int32] = [-1, -1]
        guard larder_pipe(&ends) == 0 else { throw BenchFailure("there is no pipe: errno \(errno)") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
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
        guard code == 0 else {
            close(ends[0])
            throw BenchFailure("cannot start \(arguments[0]): errno \(code)")
        }
        id = started
        output = ends[0]
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

    /// Asks it to end, and waits.
    func stop() {
        kill(id, SIGTERM)
        _ = wait()
    }

    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        close(output)
        return status
    }
}
