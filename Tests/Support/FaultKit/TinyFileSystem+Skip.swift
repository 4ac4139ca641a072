import Testing

extension TinyFileSystem {
    /// Mounts one, and skips the test where this machine does not let us.
    public static func orSkip(kilobytes: Int) async throws -> TinyFileSystem {
        do {
            return try await TinyFileSystem(kilobytes: kilobytes)
        } catch let denied as NotPermitted {
            try Test.cancel("\(denied)")
        }
    }
}
