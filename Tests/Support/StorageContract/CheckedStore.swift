public import FeatureModel
public import StorageAPI

/// A sink and whatever the same connector can read back with: what one part wrote, the others must read.
public struct CheckedStore: Sendable {
    /// The sink, prepared.
    public let sink: any FeatureSink
    /// The online retriever, where there is one.
    public let online: (any OnlineRetriever)?
    /// The historical retriever, where there is one.
    public let historical: (any HistoricalRetriever)?
    /// Makes an id for every retrieval, because an id is taken once.
    let nextID: @Sendable () -> ExportID

    /// Writes rows, and demands that the store takes all of them.
    public func write(_ rows: [ValidatedRow], of featureSet: FeatureSet = Sample.readings) async throws {
        let result = try await sink.write(RowBatch(featureSet: featureSet, rows: rows, jobID: Sample.jobID))
        try require(
            result.accepted == rows.count && result.failed.isEmpty,
            "of \(rows.count) good rows \(result.accepted) were accepted; failed: \(Facts.text(result.failed))")
    }

    /// Demands the newest values of some keys, of every retriever that there is: an array with a value per feature,
    /// in the order of the set. A key that is absent reads as all null here.
    public func expectNewest(
        _ expected: [(key: EntityKey, values: [FeatureValue?])], of featureSet: FeatureSet = Sample.readings
    ) async throws {
        let keys = expected.map(\.key)
        for (reader, answers) in try await newest(keys, of: featureSet) {
            for (question, answer) in zip(expected, answers) where !Facts.identical(question.values, answer) {
                throw Violation(
                    "\(reader) answered \(Facts.text(answer)) for \(Facts.text(question.key.values)) of "
                        + "\(featureSet.reference), not \(Facts.text(question.values))")
            }
        }
    }

    /// The newest values of some keys, by the name of the reader that answered.
    public func newest(
        _ keys: [EntityKey], of featureSet: FeatureSet = Sample.readings
    ) async throws -> [(reader: String, answers: [[FeatureValue?]])] {
        let all = Array(featureSet.features.indices)
        let nulls = [FeatureValue?](repeating: nil, count: all.count)
        var found: [(String, [[FeatureValue?]])] = []
        if let online {
            let rows = try await online.read(OnlineRequest(featureSet: featureSet, keys: keys, features: all))
            found.append(("the online retriever", rows.map { row in row.map { Array($0.values) } ?? nulls }))
        }
        if let historical {
            let request = HistoricalFeatureSetRequest(featureSet: featureSet, features: all, maxAgeSeconds: nil)
            let questions = keys.map { HistoricalQuestion(.latest, $0) }
            found.append(
                (
                    "the historical retriever",
                    try await Retrieval(historical).answers(
                        to: questions, of: [request], id: nextID())
                ))
        }
        for (reader, answers) in found where answers.count != keys.count {
            throw Violation("\(reader) answered \(answers.count) of \(keys.count) keys")
        }
        return found
    }
}
