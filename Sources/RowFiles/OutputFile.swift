internal import Glibc

/// A file that appears under its name only when it is whole: it is written under a temporary name beside it, brought to
/// the disk, and renamed. Dropped before that, it leaves nothing behind.
struct OutputFile: ~Copyable {
    let path: String
    let replacesExisting: Bool
    private let temporaryPath: String?
    private var descriptor: CInt

    /// Creates the temporary file.
    ///
    /// - Throws: where there is a file already and it is not to be replaced, or the directory takes no file.
    init(path: String, replacesExisting: Bool) throws(RowFileError) {
        var status = stat()
        guard replacesExisting || stat(path, &status) != 0 else {
            throw RowFileError(path: path, reason: .outputExists)
        }
        let name = OutputLeftovers.name(of: path)
        let prefix = OutputLeftovers.prefix(of: path, writtenBy: getpid())
        let temporary = "\(OutputLeftovers.folder(of: path))\(prefix)\(UInt32.random(in: 0 ... .max)).tmp"
        let opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard opened >= 0, !name.isEmpty else {
            throw RowFileError(path: path, reason: .cannotWrite(SystemText.of(name.isEmpty ? EISDIR : errno)))
        }
        self.init(path: path, replacesExisting: replacesExisting, temporaryPath: temporary, descriptor: opened)
    }

    /// Writes to what is open already.
    init(path: String, replacesExisting: Bool, temporaryPath: String?, descriptor: CInt) {
        self.path = path
        self.replacesExisting = replacesExisting
        self.temporaryPath = temporaryPath
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        if let temporaryPath { unlink(temporaryPath) }
    }

    /// Writes all of the bytes.
    ///
    /// - Throws: such as on a full disk.
    mutating func write(_ bytes: [UInt8]) throws(RowFileError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { memory in
                Glibc.write(descriptor, memory.baseAddress?.advanced(by: offset), memory.count - offset)
            }
            if count >= 0 {
                offset += count
            } else if errno != EINTR {
                throw failure()
            }
        }
    }

    /// Brings the file to the disk and gives it its name. Without the leave to replace, a file that came meanwhile stays.
    consuming func commit() throws(RowFileError) {
        guard fsync(descriptor) == 0 else { throw failure() }
        guard let temporaryPath else { return }
        if replacesExisting {
            guard rename(temporaryPath, path) == 0 else { throw failure() }
        } else {
            try link(temporaryPath)
        }
        syncDirectory()
    }

    /// A link fails where the name is taken, in one step; file systems without links get a check and a renaming.
    private func link(_ temporaryPath: String) throws(RowFileError) {
        if Glibc.link(temporaryPath, path) == 0 { return }
        if errno == EEXIST { throw RowFileError(path: path, reason: .outputExists) }
        guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { throw failure() }
        guard access(path, F_OK) != 0 else { throw RowFileError(path: path, reason: .outputExists) }
        guard rename(temporaryPath, path) == 0 else { throw failure() }
    }

    private func syncDirectory() {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    private func failure() -> RowFileError { RowFileError(path: path, reason: .cannotWrite(SystemText.last)) }
}
