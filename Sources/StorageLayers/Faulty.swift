public import StorageAPI

/// The layer that fails as a ``FaultPlan`` says: for tests, innermost.
public struct Faulty: CallLayer {
    private let plan: FaultPlan

    /// Makes a layer that follows a plan.
    public init(_ plan: FaultPlan) {
        self.plan = plan
    }

    /// Does the work, unless the plan says otherwise.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        switch plan.next(for: call) {
        case .none:
            return try await work()
        case .refused(let error):
            throw error
        case .answerLost(let error):
            _ = try await work()
            throw error
        case .silence:
            await Self.untilCancelled()
            throw call.error(.cancelled, .permanent, "the call was cancelled while the store was silent")
        }
    }

    private static func untilCancelled() async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        await withTaskCancellationHandler {
            for await _ in stream {}
        } onCancel: {
            continuation.finish()
        }
    }
}
