internal import CProcess
internal import Glibc

/// A program started without Foundation, whose `Process` passes descriptors of other threads on: it has the standard
/// ones and nothing else.
struct SpawnedProcess: Sendable {
    /// Its process id.
    let pid: pid_t

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - words: the absolute path of the program, and its arguments.
    ///   - input: what it has as its standard input; nil for nothing to read.
    ///   - output: what it has as its standard output.
    ///   - errors: what it has as its standard error; nil for the test's own.
    init(_ words: [String], input: Int32? = nil, output: Int32, errors: Int32? = nil) throws(POSIXFailure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        if let errors { posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) }
        larder_spawn_close_from(&actions, STDERR_FILENO + 1)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var started = pid_t()
        let code = posix_spawn(&started, words[0], &actions, nil, &arguments, environ)
        guard code == 0 else { throw POSIXFailure("start \(words[0])", code) }
        pid = started
    }

    /// Sends a signal.
    func signal(_ number: Int32) {
        _ = Glibc.kill(pid, number)
    }

    /// Waits for its end, blocking the thread. Once.
    func wait() {
        while waitpid(pid, nil, 0) < 0 && errno == EINTR {}
    }

    /// Opens a pipe that no started program inherits.
    static func pipe() throws(POSIXFailure) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard larder_pipe(&ends) == 0 else { throw POSIXFailure("open a pipe", errno) }
        return (ends[0], ends[1])
    }
}
