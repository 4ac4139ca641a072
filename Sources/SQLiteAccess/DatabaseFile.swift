import Glibc

/// What the file system knows of a database.
public struct DatabaseFile: Sendable, Hashable {
    /// The file.
    public let path: String

    /// Names a file.
    public init(path: String) {
        self.path = path
    }

    /// True when there is something under the path.
    public var exists: Bool { Self.size(of: path) != nil }

    /// The database's bytes; nil where the file is missing.
    public var size: Int64? { Self.size(of: path) }

    /// The bytes of the write-ahead log; 0 where there is none.
    public var writeAheadLogSize: Int64 { Self.size(of: path + "-wal") ?? 0 }

    /// True when the folder is there and a file may be made in it.
    public var canBeCreated: Bool {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return access(folder.isEmpty ? "/" : folder, W_OK | X_OK) == 0
    }

    private static func size(of path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int64(status.st_size)
    }
}
