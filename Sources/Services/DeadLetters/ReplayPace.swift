import Operations

/// Keeps a replay from being faster than it was asked to be.
struct ReplayPace: Sendable {
    private let rowsPerSecond: Int?
    private let clock: any Clock<Duration>

    init(_ mode: ReplayMode, clock: any Clock<Duration>) {
        rowsPerSecond = if case .atMost(let rows) = mode { max(1, rows) } else { nil }
        self.clock = clock
    }

    /// How many rows go at a time.
    var rowsPerStep: Int { rowsPerSecond ?? .max }

    /// Waits until the next rows may go.
    ///
    /// - Throws: `cancelled`; what was produced until then is produced.
    func rest(after rows: Int) async throws(OperationError) {
        guard let rowsPerSecond else { return }
        do {
            try await clock.sleep(for: .seconds(1) * rows / rowsPerSecond)
        } catch {
            throw OperationError(.interrupted, "the replay was ended; what was produced until then stays produced")
        }
    }
}
