public import FeatureModel
public import StorageAPI

/// Follows one historical retrieval from its submission to its end.
public struct HistoricalRun: Sendable {
    /// What whoever watches says after each look.
    public enum Order: Sendable {
        /// Go on.
        case proceed
        /// End it.
        case cancel
    }

    private let retriever: any HistoricalRetriever
    private let clock: any Clock<Duration>
    private let longestPause: Duration

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - retriever: the engine that answers.
    ///   - clock: the clock that pauses between two looks are taken by.
    ///   - longestPause: the longest pause; they grow up to it from 2 ms, each in proportion to the time gone by, so that
    ///     a retrieval's end is noticed at most a twentieth late.
    public init(
        retriever: any HistoricalRetriever, clock: any Clock<Duration>, longestPause: Duration = .milliseconds(250)
    ) {
        self.retriever = retriever
        self.clock = clock
        self.longestPause = longestPause
    }

    /// Submits a request and looks at it until it has ended. Cancelling the task cancels the retrieval.
    ///
    /// - Parameter watch: is told how far it is, and says whether to go on.
    /// - Returns: how it ended; never `running`.
    public func run(
        _ request: HistoricalRequest,
        watch: @Sendable (RetrievalStage, _ rowsDone: Int64, _ rows: Int64?) async -> Order
    ) async throws(StoreError) -> RetrievalProgress {
        try await retriever.submit(request)
        var pause = Duration.milliseconds(2)
        var isCancelling = false
        while true {
            let progress = try await retriever.poll(request.id)
            guard case .running(let stage, let rowsDone, let rows) = progress else { return progress }
            let order = await watch(stage, rowsDone, rows)
            if !isCancelling, order == .cancel || Task.isCancelled {
                isCancelling = true
                try await retriever.cancel(request.id)
            }
            // A cancelled task cannot sleep; the retrieval is about to end, and yielding lets it.
            do { try await clock.sleep(for: pause) } catch { await Task.yield() }
            pause = min(pause * 1.05, longestPause)
        }
    }
}
