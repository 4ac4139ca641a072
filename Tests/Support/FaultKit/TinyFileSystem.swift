import Foundation

/// A file system in memory that is full after a few pages: where "no space left on device" is real.
///
/// Mounting needs rights that not every machine gives; ``init(kilobytes:)`` throws ``NotPermitted`` there. Tests then
/// skip with that reason, or limit the size of files instead (``ChildProcess``), which fails in the same places.
public final class TinyFileSystem: Sendable {
    /// This machine does not let us mount.
    public struct NotPermitted: Error, CustomStringConvertible {
        /// What `mount` said.
        public let description: String
    }

    /// Where it is mounted, an absolute path.
    public var path: String { folder.path }
    private let folder: TemporaryFolder

    /// Mounts one.
    ///
    /// - Parameter kilobytes: its size.
    public init(kilobytes: Int) async throws {
        folder = try TemporaryFolder()
        let (ending, _, errors) = try await ChildProcess.run(
            "mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "larder-test", folder.path])
        guard ending == .exited(0) else {
            throw NotPermitted(description: "cannot mount a small file system: \(errors)")
        }
    }

    /// Fills it to the last byte.
    public func fill() throws {
        let path = "\(path)/filler"
        guard let file = fopen(path, "wb") else { throw POSIXFailure("open \(path)", errno) }
        let page = [UInt8](repeating: 0, count: 4096)
        while fwrite(page, 1, page.count, file) == page.count, fflush(file) == 0 {}
        fclose(file)
    }

    /// Makes room again.
    public func empty() {
        unlink("\(path)/filler")
    }

    deinit {
        _ = umount2(path, Int32(MNT_DETACH))
    }
}
