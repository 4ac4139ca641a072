import Foundation
import Synchronization

/// A real redis-server of one test's own: on a free loopback port, in a temporary folder, killed by its process id.
///
/// It saves nothing to disk. ``kill()`` and ``restart()`` play a crash: what was in it is gone, the port stays.
public final class RedisServer: Sendable {
    /// Why a server did not start.
    public struct StartFailure: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    /// The port it listens on, at 127.0.0.1.
    public let port: Int
    /// What `AUTH` needs of the default user; nil for an open server.
    public let password: String?

    private let folder: TemporaryFolder
    private let arguments: [String]
    private let tls: RedisServerTLS?
    private let child: Mutex<RedisServerProcess?>

    /// Starts a server, and returns when it takes connections.
    ///
    /// - Parameters:
    ///   - password: what `AUTH` needs of the default user; nil for an open server.
    ///   - arguments: more of its command line, such as `["--maxmemory", "1mb"]`.
    ///   - tls: how it encrypts; nil for a server that speaks in the clear. One that encrypts does nothing else.
    /// - Throws: ``MissingBackend`` where this machine has no redis-server; ``StartFailure``.
    public init(password: String? = nil, arguments: [String] = [], tls: RedisServerTLS? = nil) throws {
        let folder = try TemporaryFolder()
        let all = (password.map { ["--requirepass", $0] } ?? []) + arguments
        var attempts = 5
        while true {
            let candidate = try LoopbackPort.free()
            do {
                child = Mutex(try RedisServerProcess(port: candidate, folder: folder.path, arguments: all, tls: tls))
                port = candidate
                break
            } catch let failure as StartFailure {
                // Somebody else may have taken the port in between.
                attempts -= 1
                if attempts == 0 { throw failure }
            }
        }
        self.folder = folder
        self.password = password
        self.arguments = all
        self.tls = tls
    }

    deinit {
        kill()
    }

    /// Ends the server at once, with SIGKILL. Calling it twice is harmless.
    public func kill() {
        child.withLock { child in
            child?.kill()
            child = nil
        }
    }

    /// Starts it again on its port, empty; kills it first when it runs.
    public func restart() throws {
        kill()
        let process = try RedisServerProcess(port: port, folder: folder.path, arguments: arguments, tls: tls)
        child.withLock { $0 = process }
    }

    /// Stops the server's process without ending it, so that it holds connections and answers nothing.
    public func freeze() {
        child.withLock { $0?.signal(SIGSTOP) }
    }

    /// Lets a frozen server go on.
    public func thaw() {
        child.withLock { $0?.signal(SIGCONT) }
    }

    /// Asks with `redis-cli`, which is not the program under test.
    ///
    /// - Parameters:
    ///   - arguments: the command, such as `["GET", "key"]`.
    ///   - input: read by the last argument when `-x` is among the arguments.
    ///   - database: the database's number.
    /// - Returns: what it printed, byte for byte, without the last line end.
    @discardableResult
    public func cli(_ arguments: [String], input: [UInt8]? = nil, database: Int = 0) throws -> [UInt8] {
        let encryption = tls?.clientArguments ?? []
        let access = password.map { ["-a", $0, "--no-auth-warning"] } ?? []
        let program = try ProgramPath.find("redis-cli")
        let (toRead, answerEnd) = try SpawnedProcess.pipe()
        let (inputEnd, toWrite) = try SpawnedProcess.pipe()
        let (reader, writer) = (
            FileHandle(fileDescriptor: toRead, closeOnDealloc: true),
            FileHandle(fileDescriptor: toWrite, closeOnDealloc: true)
        )
        let started = Result {
            try SpawnedProcess(
                [program, "-h", "127.0.0.1", "-p", "\(port)", "-n", "\(database)"] + encryption + access
                    + arguments,
                input: inputEnd, output: answerEnd)
        }
        close(answerEnd)
        close(inputEnd)
        let process = try started.get()
        defer { process.wait() }
        if let input { try writer.write(contentsOf: Data(input)) }
        try writer.close()
        var answer = [UInt8](try reader.readToEnd() ?? Data())
        if answer.last == UInt8(ascii: "\n") { answer.removeLast() }
        return answer
    }
}
