internal import CNcurses
internal import Glibc

/// A process that the test did not start itself: a worker that the program under test left behind.
public struct StrangerProcess: Sendable, Hashable {
    /// Its process id.
    public let pid: Int32

    /// Makes one by its id.
    public init(pid: Int32) {
        self.pid = pid
    }

    /// The running processes that have a text among the words of their command line, such as a test's own folder.
    public static func running(naming text: String) -> [StrangerProcess] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [StrangerProcess] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let pid = Int32(name), pid != getpid(), commandLine(of: pid).contains(text) else { continue }
            found.append(StrangerProcess(pid: pid))
        }
        return found
    }

    /// Kills it, and returns when it is gone.
    ///
    /// - Returns: false where the system cannot tell when it is gone.
    @discardableResult
    public func kill() async -> Bool {
        _ = Glibc.kill(pid, SIGKILL)
        return await waitForEnd()
    }

    /// Returns when it is gone.
    ///
    /// - Returns: false where the system cannot tell.
    @discardableResult
    public func waitForEnd() async -> Bool {
        let pid = pid
        return await withCheckedContinuation { continuation in
            OwnThread.start { continuation.resume(returning: larder_wait_for_stranger(pid)) }
        }
    }

    /// The words of a process's command line, separated by line feeds; empty for one that is gone.
    private static func commandLine(of pid: Int32) -> String {
        let descriptor = open("/proc/\(pid)/cmdline", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)).map { $0 == 0 ? 10 : $0 }, as: UTF8.self)
    }
}
