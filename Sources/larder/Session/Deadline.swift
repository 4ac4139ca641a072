import Operations

/// Ends waiting when `--timeout` says so.
enum Deadline {
    /// Runs work, and cancels it when the time is up.
    ///
    /// - Throws: `timedOut` when the time was up first.
    static func run<Answer: Sendable>(
        _ timeout: TimeSpan?, what: String, _ body: @escaping @Sendable () async throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        guard let timeout else { return try await body() }
        let end = await withTaskGroup(of: Result<Answer, OperationError>.self) { group in
            group.addTask {
                do throws(OperationError) { return .success(try await body()) } catch { return .failure(error) }
            }
            group.addTask {
                // Cancelled when the work came first; its answer is not looked at then.
                _ = try? await ContinuousClock().sleep(for: timeout.duration)
                return .failure(
                    OperationError(.timedOut, "after \(timeout.duration) \(what)", hint: "it goes on; ask again later"))
            }
            let first = await group.next()
            group.cancelAll()
            return first
        }
        guard let end else { throw OperationError(.interrupted, "interrupted") }
        return try end.get()
    }
}
