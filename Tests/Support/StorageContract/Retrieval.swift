public import FeatureModel
public import StorageAPI

/// Asks a historical retriever and waits for the end.
public struct Retrieval: Sendable {
    private let retriever: any HistoricalRetriever
    private let clock: any Clock<Duration>
    /// How long a retrieval may take before the clause counts as broken.
    private static let patience = Duration.seconds(60)

    /// Makes an asker; the clock paces the polls.
    public init(_ retriever: any HistoricalRetriever, clock: any Clock<Duration> = ContinuousClock()) {
        self.retriever = retriever
        self.clock = clock
    }

    /// The answers to questions, in their order; demands that the retrieval ends well.
    public func answers(
        to questions: [HistoricalQuestion], of featureSets: [HistoricalFeatureSetRequest], id: ExportID = "exp-1"
    ) async throws -> [[FeatureValue?]] {
        let answers = CollectedAnswers()
        let rows = ListedEntityRows(questions, setCount: featureSets.count)
        let end = try await end(
            of: HistoricalRequest(id: id, featureSets: featureSets, entityRows: rows, answers: answers))
        guard case .done(_, let count) = end else { throw Violation("the retrieval ended as \(Facts.text(end))") }
        try require(count == Int64(questions.count), "done with \(count) rows, not \(questions.count)")
        try require(answers.ending == .finished, "done, and the answers are \(answers.ending)")
        return answers.rows
    }

    /// Submits, and polls until the end.
    public func end(of request: HistoricalRequest) async throws -> RetrievalProgress {
        try await retriever.submit(request)
        return try await end(of: request.id)
    }

    /// Polls until the end.
    public func end(of id: ExportID) async throws -> RetrievalProgress {
        let interval = Duration.milliseconds(1)
        var waited = Duration.zero
        while waited < Self.patience {
            let progress = try await retriever.poll(id)
            guard case .running = progress else { return progress }
            try await clock.sleep(for: interval)
            waited += interval
        }
        throw Violation("the retrieval \(id) still runs after \(Self.patience)")
    }
}
