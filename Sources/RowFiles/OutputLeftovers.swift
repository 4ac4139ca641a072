internal import Glibc

/// The temporary files of outputs, as a process that was killed leaves them behind.
public enum OutputLeftovers {
    /// Removes what a process wrote of an output under temporary names. Only to be called when that process is gone.
    ///
    /// - Parameters:
    ///   - path: the output's own name.
    ///   - pid: the process, which ran on this machine.
    /// - Returns: how many files were removed.
    @discardableResult
    public static func remove(of path: String, writtenBy pid: Int32) -> Int {
        let folder = folder(of: path)
        guard let stream = opendir(folder.isEmpty ? "." : folder) else { return 0 }
        defer { closedir(stream) }
        let prefix = prefix(of: path, writtenBy: pid)
        var removed = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix), name.hasSuffix(".tmp") else { continue }
            if unlink(folder + name) == 0 { removed += 1 }
        }
        return removed
    }

    /// The folder of a path with its slash; empty for the current one.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// What the names of a process's temporary files of an output begin with.
    static func prefix(of path: String, writtenBy pid: Int32) -> String { ".\(name(of: path).prefix(100)).\(pid)-" }
}
