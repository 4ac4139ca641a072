import Operations

/// Does something once, or again and again where `--watch` says so.
enum Watching {
    static func run(
        _ interval: TimeSpan?, _ body: () async throws(OperationError) -> Void
    ) async throws(OperationError) {
        try await body()
        guard let interval else { return }
        while true {
            do { try await ContinuousClock().sleep(for: interval.duration) } catch {
                throw OperationError(.interrupted, "interrupted")
            }
            try await body()
        }
    }
}
