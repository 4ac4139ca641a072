/// What went wrong with the job-state database; the list is closed.
public enum LocalStateErrorCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Another process kept the file locked for too long. Trying again may help.
    case locked
    /// The file is no database, or damaged.
    case damaged
    /// The file or its folder cannot be written.
    case unwritable
    /// No space is left.
    case full
    /// A later version wrote the file.
    case newer
    /// The file belongs to some other program.
    case foreign
    /// There is nothing with this name or id.
    case notFound
    /// What is there does not allow the change.
    case conflict
    /// Somebody else holds the lease now, or the order to begin anew was given.
    case leaseLost
    /// The schema refuses the record.
    case invalid
    /// The task was cancelled. Nothing was changed.
    case cancelled
    /// Anything else.
    case unexpected
}
