import Glibc

/// A file that holds one secret and nothing else, as Docker and Kubernetes hand secrets out.
struct SecretFile: Sendable {
    /// What is longer is no password but another file.
    static let sizeLimit = 64 << 10

    /// The setting that names it.
    let setting: RedisSetting
    /// Absolute.
    let path: String

    /// Reads the secret: the file's content as it is now, without one line end after it. Blocks.
    func read() throws(SecretFileFault) -> Secret {
        var bytes = try content()
        guard bytes.count <= Self.sizeLimit else { throw .tooLong(setting, path: path) }
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        }
        guard !bytes.isEmpty else { throw .empty(setting, path: path) }
        // C would cut the text off at a zero byte.
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .noText(setting, path: path)
        }
        return Secret(text)
    }

    /// At most one byte more than is allowed. A pipe that nobody writes into is empty, and is not waited for.
    private func content() throws(SecretFileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(setting, path: path, errno: errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit + 1)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress?.advanced(by: count), bytes.count - count)
            }
            if more == 0 { break }
            if more > 0 {
                count += more
            } else if errno != EINTR {
                throw .unreadable(setting, path: path, errno: errno)
            }
        }
        return Array(bytes[..<count])
    }
}
