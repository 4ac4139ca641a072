internal import Glibc

/// A file that is read once from front to back.
struct InputFile: ~Copyable {
    let path: String
    /// The size of a regular file; nil for pipes and devices.
    let totalBytes: Int64?
    private(set) var bytesRead: Int64 = 0
    private let descriptor: CInt

    init(path: String) throws(RowFileError) {
        self.path = path
        descriptor = Self.descriptor(of: path)
        let openError = errno
        var status = stat()
        let isKnown = descriptor >= 0 && fstat(descriptor, &status) == 0
        totalBytes = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
        guard descriptor >= 0 else {
            throw RowFileError(path: path, reason: .cannotOpen(SystemText.of(openError)))
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw RowFileError(path: path, reason: .cannotOpen(SystemText.of(EISDIR)))
        }
    }

    private static func descriptor(of path: String) -> CInt {
        while true {
            let opened = open(path, O_RDONLY | O_CLOEXEC)
            if opened >= 0 || errno != EINTR { return opened }
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Reads up to as many bytes as the memory holds.
    ///
    /// - Returns: how many; 0 at the end.
    mutating func read(into memory: UnsafeMutableRawBufferPointer) throws(RowFileError) -> Int {
        while true {
            let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
            if count >= 0 {
                bytesRead += Int64(count)
                return count
            }
            guard errno == EINTR else { throw RowFileError(path: path, reason: .cannotRead(SystemText.last)) }
        }
    }
}
