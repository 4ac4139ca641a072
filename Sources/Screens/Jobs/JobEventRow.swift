import FeatureModel

/// A change of a job's state; the newest has the greatest number.
struct JobEventRow: Identifiable, Equatable, Sendable {
    let id: Int
    let event: JobEvent
}
