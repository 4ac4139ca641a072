public import FeatureModel

/// A dead letter's payload, as far as it could be read.
public struct DecodedPayload: Sendable, Hashable {
    /// The feature set's reference as the row has it; nil when the bytes are no row.
    public let featureSet: String?
    /// When the values were true.
    public let eventTimestamp: Timestamp?
    /// The row's fields in its order.
    public let fields: [NamedValue]
    /// Why it could not be decoded; nil when it could.
    public let problem: String?

    /// Makes a payload.
    public init(featureSet: String?, eventTimestamp: Timestamp?, fields: [NamedValue], problem: String?) {
        self.featureSet = featureSet
        self.eventTimestamp = eventTimestamp
        self.fields = fields
        self.problem = problem
    }
}
