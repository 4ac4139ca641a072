import Foundation
import Glibc

/// A file system of its own that is soon full, in memory. Takes the right to mount: root has it, in most containers too.
public struct SmallDisk: Sendable {
    /// What did not work.
    public struct Failure: Error, CustomStringConvertible {
        /// What was tried, and why it failed.
        public let description: String
    }

    /// Where it is mounted.
    public let path: String

    /// True where this process may mount.
    public static let isPossible: Bool = {
        guard let disk = try? SmallDisk(kibibytes: 64) else { return false }
        disk.remove()
        return true
    }()

    /// Mounts an empty disk.
    public init(kibibytes: Int) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("small-disk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard mount("larder-test", path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
            let code = errno
            try? FileManager.default.removeItem(atPath: path)
            throw Failure(description: "cannot mount a disk: \(String(cString: strerror(code)))")
        }
    }

    /// Makes it larger, with what is on it.
    public func grow(toKibibytes kibibytes: Int) throws {
        guard mount("larder-test", path, "tmpfs", UInt(MS_REMOUNT), "size=\(kibibytes)k") == 0 else {
            throw Failure(description: "the disk does not grow: \(String(cString: strerror(errno)))")
        }
    }

    /// Unmounts it, also where files on it are open still.
    public func remove() {
        umount2(path, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: path)
    }
}
