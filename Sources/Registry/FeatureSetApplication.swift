public import FeatureModel

/// What applying one feature set did, or would do.
public struct FeatureSetApplication: Sendable, Hashable {
    /// The feature set as it is registered now (in a dry run: as it would be).
    public let featureSet: RegisteredFeatureSet
    /// The kind of change.
    public let outcome: ApplyOutcome
    /// Every change in words, such as `max age 7200s → 3600s`.
    public let changes: [String]
    /// What was left as it is although the document says otherwise.
    public let notes: [String]

    /// Makes a result.
    public init(featureSet: RegisteredFeatureSet, outcome: ApplyOutcome, changes: [String], notes: [String] = []) {
        self.featureSet = featureSet
        self.outcome = outcome
        self.changes = changes
        self.notes = notes
    }
}
