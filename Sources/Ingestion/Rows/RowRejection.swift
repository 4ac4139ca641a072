public import FeatureModel

/// Why a row is set aside: what its dead letter will say. It names fields and types, never values.
public struct RowRejection: Error, Sendable, Hashable {
    /// The step that refuses a row, as a dead letter names it.
    public enum Transform: String, Sendable, Hashable {
        /// The bytes are no row, or belong to no feature set.
        case decode
        /// The row does not fit its feature set.
        case validate
        /// The store refused it.
        case write
        /// A line of a file could not be read.
        case ingest
    }

    /// The step that refused it.
    public let transform: Transform
    /// The group of dead letters it belongs to.
    public let reason: DeadLetterReason
    /// What is wrong, in one sentence.
    public let message: String

    /// Makes a rejection.
    public init(_ transform: Transform, _ reason: DeadLetterReason, _ message: String) {
        self.transform = transform
        self.reason = reason
        self.message = message
    }
}
