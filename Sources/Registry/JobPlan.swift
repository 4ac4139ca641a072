/// What to do so that the jobs are as they should be, and what the feature sets' statuses are then.
public struct JobPlan: Sendable, Hashable {
    /// What to do; empty when all is well.
    public let actions: [JobAction]
    /// The statuses that change. To be written after the actions, so that no order is lost in between.
    public let statuses: [FeatureSetStatusChange]

    /// Makes a plan.
    public init(actions: [JobAction], statuses: [FeatureSetStatusChange]) {
        self.actions = actions
        self.statuses = statuses
    }
}
