/// A row that fits its feature set: what a sink is given. Values stand by position, so that no name is looked up
/// once a row is validated.
public struct ValidatedRow: Sendable, Hashable {
    /// The key, complete and of the right types.
    public var key: EntityKey
    /// One value per feature of the set, in the order of ``FeatureSet/features``; nil is null or not sent.
    public var features: [FeatureValue?]
    /// When the values were true.
    public var eventTimestamp: Timestamp
    /// When the source accepted the row; never the time of writing, so that a redelivery lands on itself.
    public var createdTimestamp: Timestamp
    /// What ties the row to an ingestion.
    public var ingestionID: IngestionID
    /// Where in the source the row stood; decides between rows equal in both times.
    public var position: SourcePosition

    /// Makes a row.
    public init(
        key: EntityKey, features: [FeatureValue?], eventTimestamp: Timestamp, createdTimestamp: Timestamp,
        ingestionID: IngestionID, position: SourcePosition
    ) {
        self.key = key
        self.features = features
        self.eventTimestamp = eventTimestamp
        self.createdTimestamp = createdTimestamp
        self.ingestionID = ingestionID
        self.position = position
    }
}
