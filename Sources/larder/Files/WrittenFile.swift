import Glibc
import Operations

/// Writes a small file whole, or not at all.
enum WrittenFile {
    /// Writes text under a temporary name and renames it.
    ///
    /// - Parameters:
    ///   - text: the contents.
    ///   - path: the file, absolute.
    ///   - folder: made when it is missing, with those above it.
    ///   - replaces: false refuses a file that is there.
    static func write(
        _ text: String, to path: String, inNewFolder folder: String, replaces: Bool
    ) throws(OperationError) {
        try makeFolder(folder)
        if !replaces, access(path, F_OK) == 0 {
            throw OperationError(.refused, "\(path) exists", target: path, hint: "give --yes to replace it")
        }
        let temporary = path + ".new-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("write", temporary) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let error = failure("write", path)
                close(descriptor)
                unlink(temporary)
                throw error
            }
            rest = rest.dropFirst(count)
        }
        let isWhole = fsync(descriptor) == 0
        guard close(descriptor) == 0, isWhole, rename(temporary, path) == 0 else {
            let error = failure("write", path)
            unlink(temporary)
            throw error
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ folder: String) throws(OperationError) {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
        }
    }

    private static func failure(_ what: String, _ path: String) -> OperationError {
        let reason = String(cString: strerror(errno))
        return OperationError(
            .failed, "cannot \(what) \(path): \(reason)", target: path, hint: "check the folder's rights and room")
    }
}
