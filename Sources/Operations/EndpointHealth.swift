public import FeatureModel

/// What is known of an endpoint's health, and since when.
public struct EndpointHealth: Sendable, Hashable {
    /// The state.
    public let state: HealthState
    /// How long the last answer took; nil when there was none.
    public let latencyMilliseconds: Double?
    /// What went wrong last; nil while it is up.
    public let error: String?
    /// When it was asked last; nil when never.
    public let checkedAt: Timestamp?

    /// Makes a report.
    public init(
        state: HealthState, latencyMilliseconds: Double? = nil, error: String? = nil, checkedAt: Timestamp? = nil
    ) {
        self.state = state
        self.latencyMilliseconds = latencyMilliseconds
        self.error = error
        self.checkedAt = checkedAt
    }

    /// Nobody asked yet.
    public static let unknown = EndpointHealth(state: .unknown)
}
