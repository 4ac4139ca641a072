public import FeatureModel

/// A historical retrieval: for each entity row, the values that were true at its time.
public struct HistoricalRequest: Sendable {
    /// The id under which the retrieval is polled and cancelled.
    public let id: ExportID
    /// What is asked of each feature set.
    public let featureSets: [HistoricalFeatureSetRequest]
    /// The entity rows.
    public let entityRows: any EntityRowSource
    /// Where the answers go, for engines that do not export by themselves.
    public let answers: any AnswerSink

    /// Makes a request.
    public init(
        id: ExportID, featureSets: [HistoricalFeatureSetRequest], entityRows: any EntityRowSource,
        answers: any AnswerSink
    ) {
        self.id = id
        self.featureSets = featureSets
        self.entityRows = entityRows
        self.answers = answers
    }
}
