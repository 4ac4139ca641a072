import Foundation
import Synchronization

/// A real program, run by a test; what it prints goes into files, so that nobody has to empty a pipe.
///
/// It is killed, by its pid, when the last reference to it is gone before it has ended.
public final class ChildProcess: Sendable {
    /// How a program ended.
    public enum Ending: Sendable, Hashable {
        /// By itself, with this code.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)
    }

    private struct State {
        var ending: Ending?
        var waiters: [CheckedContinuation<Ending, Never>] = []
    }

    private let process: Process
    private let output: TemporaryFolder
    private let state: SharedState

    /// What the termination handler and the object share.
    private final class SharedState: Sendable {
        let mutex = Mutex(State())
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: an absolute path, or a name to be found in `PATH`.
    ///   - arguments: without the program's name.
    ///   - environment: the whole environment; nil for the test's own.
    ///   - directory: the current directory; nil for the test's own.
    ///   - input: what it reads from its standard input; without it, nothing.
    ///   - fileSizeLimit: the most that it may write into one file, in blocks of 512 bytes; beyond, writing fails with
    ///     `EFBIG`, as on a full disk. Nil for no limit.
    public init(
        _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, directory: String? = nil,
        input: String? = nil, fileSizeLimit: Int? = nil
    ) throws {
        let path = program.hasPrefix("/") ? program : try ProgramPath.find(program)
        let process = Process()
        output = try TemporaryFolder()
        if let fileSizeLimit {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let script = "trap '' XFSZ; ulimit -f \(fileSizeLimit); exec \"$@\""
            process.arguments = ["-c", script, "sh", path] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
        }
        if let environment { process.environment = environment }
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        try output.write(input ?? "", to: "stdin")
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: output.path("stdin")))
        process.standardOutput = try Self.file("stdout", in: output)
        process.standardError = try Self.file("stderr", in: output)
        let state = SharedState()
        process.terminationHandler = { process in
            let code = process.terminationStatus
            let ending: Ending = process.terminationReason == .exit ? .exited(code) : .signalled(code)
            let waiters = state.mutex.withLock { state in
                state.ending = ending
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter.resume(returning: ending) }
        }
        try process.run()
        self.process = process
        self.state = state
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    private static func file(_ name: String, in folder: TemporaryFolder) throws -> FileHandle {
        try folder.write("", to: name)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(name)))
    }

    /// Its process id.
    public var pid: Int32 { process.processIdentifier }
    /// How it ended; nil while it runs.
    public var ending: Ending? { state.mutex.withLock { $0.ending } }
    /// What it has printed so far.
    public var standardOutput: String { get throws { try output.text(of: "stdout") } }
    /// What it has complained about so far.
    public var standardError: String { get throws { try output.text(of: "stderr") } }

    /// Sends a signal; nothing happens when it has ended.
    public func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits for the end, without blocking a thread.
    public func wait() async -> Ending {
        await withCheckedContinuation { continuation in
            let ending = state.mutex.withLock { state -> Ending? in
                if state.ending == nil { state.waiters.append(continuation) }
                return state.ending
            }
            if let ending { continuation.resume(returning: ending) }
        }
    }

    /// Runs a program to its end.
    ///
    /// - Returns: how it ended, and what it printed.
    public static func run(
        _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, directory: String? = nil,
        input: String? = nil, fileSizeLimit: Int? = nil
    ) async throws -> (ending: Ending, output: String, errors: String) {
        let child = try ChildProcess(
            program, arguments, environment: environment, directory: directory, input: input,
            fileSizeLimit: fileSizeLimit)
        let ending = await child.wait()
        return (ending, try child.standardOutput, try child.standardError)
    }
}
