import Glibc
import Operations

/// Copies a file whole, or not at all.
enum FileCopy {
    static func copy(_ source: String, to target: String) throws(OperationError) {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw failure(source) }
        defer { close(input) }
        let temporary = "\(target).new-\(getpid())"
        let output = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard output >= 0 else { throw failure(target) }
        var count = 1
        while count > 0 { count = sendfile(output, input, nil, 1 << 20) }
        guard count == 0, fsync(output) == 0, close(output) == 0, rename(temporary, target) == 0 else {
            let error = failure(target)
            unlink(temporary)
            throw error
        }
    }

    private static func failure(_ path: String) -> OperationError {
        let reason = String(cString: strerror(errno))
        return OperationError(
            .failed, "cannot copy \(path): \(reason)", target: path, hint: "check its rights and room")
    }
}
