import FeatureModel

/// A job that should be, the one that is, and what to do about the difference.
struct PlannedTask {
    let task: JobTask
    let job: Job?
    let action: JobAction?

    /// True when the job begins with the registered definitions after the action.
    var beginsAnew: Bool {
        switch action {
        case .create, .restart: true
        case .launch, .suspend, .stop, nil: false
        }
    }

    /// True for a job that an operator holds back; it says nothing about its feature sets.
    var isHeldBack: Bool { job.map { $0.desired == .stopped || $0.status == .suspended } ?? false }

    var isRunning: Bool { job?.status == .running && !beginsAnew }
}
