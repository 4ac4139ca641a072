import FeatureModel

/// A row as it was found, as far as it was asked for.
struct SQLiteStoredRow: Sendable {
    let eventTimestamp: Timestamp
    let createdTimestamp: Timestamp
    /// A value per feature asked for; nil is null.
    let values: [FeatureValue?]
}
