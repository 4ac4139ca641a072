internal import CProcess
import Dispatch
import Glibc
public import Operations

/// Starts `larder worker` processes: detached from the terminal, in sessions of their own, with their output appended to
/// the log of their job or export.
public struct DetachedWorkers: Sendable {
    private let executable: String
    private let workspaceArguments: [String]
    private let logDirectory: @Sendable () -> String

    /// Makes a launcher.
    ///
    /// - Parameters:
    ///   - executable: the program, absolute; see ``executablePath(variables:)``.
    ///   - workspaceArguments: what makes the worker open the same workspace, such as `--workspace DIR`.
    ///   - logDirectory: the folder of the logs; asked when a worker is started.
    public init(
        executable: String, workspaceArguments: [String], logDirectory: @escaping @Sendable () -> String
    ) {
        self.executable = executable
        self.workspaceArguments = workspaceArguments
        self.logDirectory = logDirectory
    }

    /// The program that runs now, or the one that `LARDER_EXECUTABLE` names.
    public static func executablePath(variables: [String: String]) -> String {
        if let named = variables["LARDER_EXECUTABLE"], !named.isEmpty { return named }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        guard count > 0 else { return "larder" }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// True while a process is there and no zombie.
    public static func isAlive(_ pid: Int32) -> Bool {
        guard pid > 0, kill(pid, 0) == 0 || errno == EPERM else { return false }
        guard let file = fopen("/proc/\(pid)/stat", "re") else { return true }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 512)
        guard fgets(&buffer, CInt(buffer.count), file) != nil else { return true }
        // The state follows the name, which stands in parentheses and may hold anything.
        guard let end = buffer.lastIndex(of: CChar(UInt8(ascii: ")"))), end + 2 < buffer.count else { return true }
        return buffer[end + 2] != CChar(UInt8(ascii: "Z"))
    }

    /// Starts a worker.
    public func launch(_ task: WorkerTask) async throws(OperationError) -> Int32 {
        let (executable, arguments) = (executable, ["worker"] + task.arguments + workspaceArguments)
        let log = "\(logDirectory())/\(task.name).log"
        let started = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                Self.rotate(log)
                continuation.resume(returning: Self.spawn(executable, arguments, log: log))
            }
        }
        switch started {
        case .success(let pid):
            Self.reap(pid)
            return pid
        case .failure(let failure):
            throw OperationError(
                .failed, "the worker \(executable) cannot be started: \(String(cString: strerror(failure.number)))",
                target: task.name, hint: "LARDER_EXECUTABLE names another program")
        }
    }

    private struct SystemFailure: Error {
        let number: CInt
    }

    private static func rotate(_ log: String) {
        mkdir(String(log[..<(log.lastIndex(of: "/") ?? log.startIndex)]), 0o700)
        var status = stat()
        guard stat(log, &status) == 0, Int64(status.st_size) > WorkerLogRotation.largestLog else { return }
        rename(log, log + ".1")
    }

    private static func spawn(
        _ executable: String, _ arguments: [String], log: String
    ) -> Result<Int32, SystemFailure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        larder_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        configure(&attributes)
        var argv: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, &attributes, &argv, environ)
        return code == 0 ? .success(pid) : .failure(SystemFailure(number: code))
    }

    /// A session of its own, and no signal blocked or ignored: this process may have done so for itself.
    private static func configure(_ attributes: inout posix_spawnattr_t) {
        let newSession: CInt = 0x80
        var none = sigset_t()
        sigemptyset(&none)
        var handled = sigset_t()
        sigemptyset(&handled)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGTSTP, SIGWINCH] { sigaddset(&handled, signal) }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &handled)
        posix_spawnattr_setflags(
            &attributes, Int16(newSession | CInt(POSIX_SPAWN_SETSIGMASK) | CInt(POSIX_SPAWN_SETSIGDEF)))
    }

    /// Waits for the worker's end on a thread of its own, so that it leaves no zombie while this process lives.
    private static func reap(_ pid: Int32) {
        DispatchQueue(label: "larder.worker.\(pid)").async {
            var status: CInt = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        }
    }
}
