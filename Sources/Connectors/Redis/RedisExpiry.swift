/// When rows expire.
enum RedisExpiry: Sendable, Hashable {
    /// They stay until they are removed, as in Feast.
    case never
    /// Seconds after they were written.
    case afterWriting(Int)
    /// When the feature set's maximum age has passed since the event time: when nobody is served them any more. Rows of
    /// sets without a maximum age stay.
    case withMaxAge

    /// What the script is told, after the values.
    ///
    /// - Parameter maxAge: the feature set's, in seconds.
    func arguments(maxAge: Int64?) -> [String] {
        switch self {
        case .never: []
        case .afterWriting(let seconds): ["EX", "\(seconds)"]
        // A row is as old as its maximum age for the whole of its last second.
        case .withMaxAge: maxAge.map { ["EVENT", "\($0 + 1)"] } ?? []
        }
    }
}
