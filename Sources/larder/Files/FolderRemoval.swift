import Glibc
import Operations

/// Removes a file, or a folder with everything in it; what is not there is fine.
enum FolderRemoval {
    static func remove(_ path: String) throws(OperationError) {
        var status = stat()
        // A link is removed, never followed.
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else { return try check(unlink(path), path) }
        for name in entries(of: path) { try remove("\(path)/\(name)") }
        try check(rmdir(path), path)
    }

    private static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func check(_ result: Int32, _ path: String) throws(OperationError) {
        guard result != 0 else { return }
        let reason = String(cString: strerror(errno))
        throw OperationError(.failed, "cannot remove \(path): \(reason)", target: path)
    }
}
