/// What became of one record of a source at one store.
public enum RowOutcome: String, Sendable, Hashable, CaseIterable {
    /// The store has it.
    case written
    /// It was set aside as a dead letter.
    case failed
    /// The store does not subscribe to its feature set.
    case ignored
}
