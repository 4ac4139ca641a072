import Operations

/// Does something once, or again and again where `--watch` says so.
enum Watching {
    /// - Parameters:
    ///   - options: whether to go on, and how often.
    ///   - session: where it is written; a table on a terminal is drawn over the one before.
    static func run(
        _ options: WatchOptions, _ session: Session, _ body: () async throws(OperationError) -> Void
    ) async throws(OperationError) {
        guard let interval = options.watch else { return try await body() }
        let isRedrawn = session.printer.format == .table && StandardStream.out.isTerminal
        while true {
            if isRedrawn { StandardStream.out.write("\u{1b}[H\u{1b}[2J") }
            try await body()
            do { try await ContinuousClock().sleep(for: interval.duration) } catch {
                throw OperationError(.interrupted, "interrupted")
            }
        }
    }
}
