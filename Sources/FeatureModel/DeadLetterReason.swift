/// Why a row was set aside: the word that dead letters are grouped by.
public enum DeadLetterReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The bytes are no FeatureRow.
    case undecodable
    /// No such feature set is registered.
    case unknownFeatureSet = "unknown feature set"
    /// A field's value is not of the type that the feature set says.
    case wrongType = "wrong type"
    /// An entity is missing or null.
    case missingEntity = "missing entity"
    /// The event time is outside of the years 1 to 9999. A row without one has the epoch's, and is none of these.
    case badTimestamp = "bad timestamp"
    /// The same field stands twice in the row with different values.
    case conflictingField = "conflicting field"
    /// A cell or line of an ingested file could not be read.
    case badInput = "bad input"
    /// The store refused the row.
    case rejected
    /// The store failed for this row after all attempts.
    case storeFailed = "store failed"
}
