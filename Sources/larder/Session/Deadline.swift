import Operations

/// Ends waiting when `--timeout` says so.
enum Deadline {
    /// Runs work, and cancels it when the time is up.
    ///
    /// - Parameters:
    ///   - timeout: how long the work may take; nil for as long as it takes.
    ///   - error: what is told when the time was up first.
    static func run<Answer: Sendable>(
        _ timeout: TimeSpan?, otherwise error: OperationError,
        _ body: @escaping @Sendable () async throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        guard let timeout else { return try await body() }
        let end = await withTaskGroup(of: Result<Answer, OperationError>?.self) { group in
            group.addTask {
                do throws(OperationError) { return .success(try await body()) } catch { return .failure(error) }
            }
            group.addTask {
                // A sleep that was cancelled says nothing: the work was first, or the whole was interrupted.
                do { try await ContinuousClock().sleep(for: timeout.duration) } catch { return nil }
                return .failure(error)
            }
            var first: Result<Answer, OperationError>?
            for await end in group {
                first = first ?? end
                if first != nil { group.cancelAll() }
            }
            return first
        }
        guard let end else { throw OperationError(.interrupted, "interrupted") }
        return try end.get()
    }
}
