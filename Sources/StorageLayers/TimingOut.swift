public import StorageAPI

/// The layer that limits the time of one attempt.
///
/// An attempt that is late is cancelled and awaited, so that nothing goes on behind the caller's back: a plug must end
/// soon after it is cancelled. An answer that comes at the last moment counts. Otherwise the call ends as `timedOut`,
/// which is transient. A caller that is cancelled gets what the plug makes of the cancellation, never `timedOut`.
public struct TimingOut: CallLayer {
    private let limit: Duration?
    private let clock: any Clock<Duration>

    /// Makes a layer.
    ///
    /// - Parameters:
    ///   - limit: how long one attempt may take, besides waits that the caller asked for; nil for no limit.
    ///   - clock: what time is measured with.
    public init(after limit: Duration?, clock: any Clock<Duration> = ContinuousClock()) {
        self.limit = limit
        self.clock = clock
    }

    /// Does the work within the limit. Opening and writing are limited alike.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        guard let limit else { return try await work() }
        let clock = clock
        let (result, isLate) = await withTaskGroup(of: Result<Answer, StoreError>?.self) { group in
            group.addTask { await Self.result(of: work) }
            group.addTask {
                try? await clock.sleep(for: limit + call.patience)
                return nil
            }
            return await Self.race(&group)
        }
        switch result {
        case .success(let answer): return answer
        case .failure(let error) where isLate && error.code == .cancelled: throw lateness(of: call, limit)
        case .failure(let error): throw error
        case nil: throw lateness(of: call, limit)
        }
    }

    /// The work's result, and whether the time was up before it.
    private static func race<Answer: Sendable>(
        _ group: inout TaskGroup<Result<Answer, StoreError>?>
    ) async -> (Result<Answer, StoreError>?, isLate: Bool) {
        var isLate = false
        for await outcome in group {
            if let outcome {
                group.cancelAll()
                return (outcome, isLate)
            }
            isLate = !Task.isCancelled
            group.cancelAll()
        }
        return (nil, isLate)
    }

    private static func result<Answer: Sendable>(
        of work: @Sendable () async throws(StoreError) -> Answer
    ) async -> Result<Answer, StoreError> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    private func lateness(of call: StoreCall, _ limit: Duration) -> StoreError {
        call.error(.timedOut, .transient, "no answer within \(limit + call.patience); is the store overloaded?")
    }
}
