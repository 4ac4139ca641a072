/// A row as it travels from a source, before validation: `feast.types.FeatureRow` (spec section 1.1).
public struct FeatureRow: Sendable, Hashable {
    /// The feature set's reference as text, in whichever of Feast's forms the producer used.
    public var featureSet: String
    /// When the values were true; nil when the producer sent none.
    public var eventTimestamp: Timestamp?
    /// Entities and features, in any order.
    public var fields: [Field]
    /// What ties the row to an ingestion; empty when the producer sent none.
    public var ingestionID: IngestionID

    /// Makes a row.
    public init(
        featureSet: String, eventTimestamp: Timestamp?, fields: [Field], ingestionID: IngestionID = IngestionID("")
    ) {
        self.featureSet = featureSet
        self.eventTimestamp = eventTimestamp
        self.fields = fields
        self.ingestionID = ingestionID
    }
}
