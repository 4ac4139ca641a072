/// How a feature set's row is written as a Redis value (spec section 3.2).
public enum RedisValueEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    /// Fields without names, in ascending order of the features' names: Feast 0.4.7 to 0.6.1.
    case v1
    /// Fields named by the hash of the feature's name: Feast 0.6.2 and later. A row stays readable when features
    /// are added or removed.
    case v2
}
