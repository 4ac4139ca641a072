/// What applying a definition did, or would do.
public enum ApplyOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// It was not there before.
    case created
    /// It was there, and differs now.
    case updated
    /// It was there and says the same; nothing was written.
    case noChange = "no change"
}
