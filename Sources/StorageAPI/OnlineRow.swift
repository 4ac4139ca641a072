public import FeatureModel

/// The newest row of one key, as far as it was asked for.
public struct OnlineRow: Sendable, Hashable {
    /// When the values were true; ``Timestamp/zero`` where the row carried no time.
    public let eventTimestamp: Timestamp
    /// When the source accepted the row; nil where the store does not keep it.
    public let createdTimestamp: Timestamp?
    /// A value per feature asked for, in the request's order; nil is null.
    public let values: FeatureValues

    /// Makes a row.
    public init(eventTimestamp: Timestamp, createdTimestamp: Timestamp?, values: FeatureValues) {
        self.eventTimestamp = eventTimestamp
        self.createdTimestamp = createdTimestamp
        self.values = values
    }

    /// Makes a row with values of its own.
    public init(eventTimestamp: Timestamp, createdTimestamp: Timestamp?, values: [FeatureValue?]) {
        self.init(
            eventTimestamp: eventTimestamp, createdTimestamp: createdTimestamp, values: FeatureValues(values))
    }
}
