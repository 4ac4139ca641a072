/// How far a feature set is on its way into its stores (spec section 1.5).
public enum FeatureSetStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Applied; no job has taken it up yet.
    case pending
    /// A job that will feed it is starting.
    case jobStarting = "job starting"
    /// Every job that feeds it runs.
    case ready
}
