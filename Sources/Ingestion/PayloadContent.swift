public import FeatureModel

/// What a dead letter's payload turned out to be.
public enum PayloadContent: Sendable, Hashable {
    /// A row.
    case row(FeatureRow)
    /// No row, and why.
    case unreadable(String)
}
