public import FeatureModel

/// The newest row of one key, as far as it was asked for.
public struct OnlineRow: Sendable, Hashable {
    /// When the values were true; ``Timestamp/zero`` where the row carried no time.
    public let eventTimestamp: Timestamp
    /// When the source accepted the row; nil where the store does not keep it.
    public let createdTimestamp: Timestamp?
    /// A value per feature asked for, in the request's order; nil is null.
    public let values: [FeatureValue?]

    /// Makes a row.
    public init(eventTimestamp: Timestamp, createdTimestamp: Timestamp?, values: [FeatureValue?]) {
        self.eventTimestamp = eventTimestamp
        self.createdTimestamp = createdTimestamp
        self.values = values
    }
}
