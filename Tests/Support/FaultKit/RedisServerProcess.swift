import Foundation
import Glibc

/// One run of redis-server.
final class RedisServerProcess: Sendable {
    private let identifier: pid_t

    /// Starts it, and returns when it says that it takes connections.
    init(port: Int, folder: String, arguments: [String]) throws {
        let executable = try ProgramPath.find("redis-server")
        let words =
            [
                executable, "--port", "\(port)", "--bind", "127.0.0.1", "--dir", folder, "--save", "",
                "--appendonly", "no", "--daemonize", "no", "--logfile", "",
            ] + arguments
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXFailure("open a pipe", errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let outcome = Self.spawn(words, output: ends[1])
        close(ends[1])
        let log = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        identifier = try outcome.get()
        var said = ""
        while !said.contains("Ready to accept connections") {
            let more = log.availableData
            if more.isEmpty {
                Self.end(identifier)
                throw RedisServer.StartFailure(description: "redis-server did not start: \(said)")
            }
            said += String(decoding: more, as: UTF8.self)
        }
        // A pipe that nobody empties would stop the server one day.
        log.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    func signal(_ number: Int32) {
        _ = Glibc.kill(identifier, number)
    }

    /// Ends it and waits until it is gone, for only then is its port free. Once.
    func kill() {
        Self.end(identifier)
    }

    private static func end(_ identifier: pid_t) {
        _ = Glibc.kill(identifier, SIGKILL)
        while waitpid(identifier, nil, 0) < 0 && errno == EINTR {}
    }

    private static func spawn(_ words: [String], output: Int32) -> Result<pid_t, POSIXFailure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, words[0], &actions, nil, &arguments, environ)
        return code == 0 ? .success(identifier) : .failure(POSIXFailure("start \(words[0])", code))
    }
}
