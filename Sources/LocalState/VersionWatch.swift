/// Compares the file's version with the one that was told last.
actor VersionWatch {
    private let probe: DataVersionProbe
    private let tell: @Sendable () -> Void
    private var told: Int64?

    init(probe: DataVersionProbe, tell: @escaping @Sendable () -> Void) {
        self.probe = probe
        self.tell = tell
    }

    /// Tells when anybody has written since; the first time always.
    func look() async throws {
        let version = try await probe.version()
        guard told != version else { return }
        told = version
        tell()
    }

    /// Tells at once, and takes the write as told, so that the next look does not tell it again.
    func noticeWrite() async {
        if let version = try? await probe.version() { told = version }
        tell()
    }
}
