import FeatureModel
import StorageAPI

/// What every historical retriever promises: joins that are correct in time, and retrievals that end.
public enum HistoricalRetrieverContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = join + maxAge + order + life + model

    static let scope = Clause.Scope([.sink, .historical])

    /// Writes rows of ``Sample/readings`` and opens the historical retriever.
    static func historical(
        _ run: ClauseRun, holding rows: [ValidatedRow]
    ) async throws -> any HistoricalRetriever {
        let store = try await run.store(Sample.readings)
        try await store.write(rows)
        return try await run.historical()
    }

    /// A request for features of ``Sample/readings``.
    static func asking(
        _ features: [Int] = [0], of set: FeatureSet = Sample.readings, maxAge: Int64? = nil
    ) -> HistoricalFeatureSetRequest {
        HistoricalFeatureSetRequest(featureSet: set, features: features, maxAgeSeconds: maxAge)
    }

    /// Asks for the counts of some sensors at some times, and demands them.
    static func expect(
        _ questions: [(sensor: Int64?, time: Timestamp, count: Int64?)], maxAge: Int64? = nil,
        of historical: any HistoricalRetriever, id: ExportID = "exp-1"
    ) async throws {
        let asked = questions.map { HistoricalQuestion($0.time, $0.sensor.map(Sample.sensor)) }
        let answers = try await Retrieval(historical).answers(to: asked, of: [asking(maxAge: maxAge)], id: id)
        try expect(answers, questions.map { Sample.values(count: $0.count).dropLast() })
    }

    /// Demands answers, row by row.
    static func expect(_ answers: [[FeatureValue?]], _ expected: [[FeatureValue?]]) throws {
        try require(answers.count == expected.count, "\(answers.count) answers to \(expected.count) entity rows")
        for (row, (answer, wanted)) in zip(answers, expected).enumerated() where !Facts.identical(answer, wanted) {
            throw Violation("entity row \(row) was answered \(Facts.text(answer)), not \(Facts.text(wanted))")
        }
    }
}
