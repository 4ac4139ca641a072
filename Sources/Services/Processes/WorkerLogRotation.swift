import Glibc
import Synchronization

/// Keeps the log of a worker that runs for months from filling the disk: one that has grown too large is set aside as
/// `.1`, in the place of the one before, and a new one is begun.
public enum WorkerLogRotation {
    /// A log that is larger is set aside.
    public static let largestLog: Int64 = 8 << 20

    private static let turn = Mutex(())

    /// Sets the file aside that a descriptor writes to, when it is too large; the descriptor writes to the new one then.
    /// What is no file ending in `.log`, such as a terminal or a journal, is left alone.
    ///
    /// - Parameters:
    ///   - descriptor: what is written to.
    ///   - twin: another descriptor that follows where it writes to the same file.
    ///   - limit: in bytes.
    static func rotate(_ descriptor: Int32, twin: Int32? = nil, limit: Int64 = largestLog) {
        turn.withLock { _ in
            guard let before = regularFile(descriptor), Int64(before.st_size) > limit, let path = path(of: descriptor)
            else { return }
            guard rename(path, path + ".1") == 0 else { return }
            let new = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard new >= 0 else { return }
            defer { close(new) }
            if let twin, let other = regularFile(twin), other.st_ino == before.st_ino { dup2(new, twin) }
            dup2(new, descriptor)
        }
    }

    private static func regularFile(_ descriptor: Int32) -> stat? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status
    }

    /// Nil for a file that was removed or is no log.
    private static func path(of descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.hasPrefix("/") && path.hasSuffix(".log") ? path : nil
    }
}
