import Glibc
import Operations

/// Reads a document that a person wrote.
enum DocumentFile {
    private static let limit = 16 << 20

    /// The text of a file, or of standard input for `-`.
    static func read(_ path: String) throws(OperationError) -> String {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= limit else {
                throw OperationError(.invalid, "\(path) is larger than 16 MiB", target: path, hint: "split it")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw OperationError(.invalid, "\(path) is not UTF-8", target: path, hint: "save it as UTF-8")
        }
        return text
    }

    private static func unreadable(_ path: String) -> OperationError {
        let reason = String(cString: strerror(errno))
        return OperationError(.invalid, "cannot read \(path): \(reason)", target: path, hint: "check the path")
    }
}
