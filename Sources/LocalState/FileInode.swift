import Foundation

/// Which file a path leads to: another one, once it was removed and made anew.
struct FileInode: Sendable, Hashable {
    private let device: UInt64
    private let inode: UInt64

    /// The file that a path leads to now; nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
