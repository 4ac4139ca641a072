public import FeatureModel

/// What became of a plan.
public struct PlanEntry: Sendable, Hashable {
    /// Jobs that need a worker now.
    public var launches: [JobID]
    /// Actions that could not be entered, each with the reason; the next plan has them again.
    public var faults: [RegistryError]

    /// Makes an entry.
    public init(launches: [JobID] = [], faults: [RegistryError] = []) {
        self.launches = launches
        self.faults = faults
    }
}
