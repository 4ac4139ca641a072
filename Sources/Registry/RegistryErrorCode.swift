/// What kind of refusal or failure it is; the list is closed.
public enum RegistryErrorCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// There is nothing with this name.
    case notFound
    /// More than one thing is meant by this name.
    case ambiguous
    /// The request contradicts itself or the rules; it can never work as it stands.
    case invalid
    /// What is registered does not allow the change.
    case refused
    /// The job-state database cannot be used now; trying again may help.
    case unavailable
    /// The job-state database is damaged, not writable, full, or not ours.
    case unusable
    /// The task was cancelled. Nothing was changed.
    case cancelled
    /// Anything else.
    case unexpected
}
