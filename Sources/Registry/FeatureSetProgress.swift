import FeatureModel

/// The statuses of feature sets that follow from their jobs (spec section 6.2, step 5).
///
/// A set is `ready` when every job that feeds it runs, and `job starting` once a job was told to begin with it; until
/// then it stays `pending`. Jobs that an operator holds back do not count.
struct FeatureSetProgress {
    private let tasksBySet: [FeatureSetReference: [PlannedTask]]

    init(_ tasks: [PlannedTask]) {
        var bySet: [FeatureSetReference: [PlannedTask]] = [:]
        for task in tasks where !task.isHeldBack {
            for set in task.task.featureSets { bySet[set, default: []].append(task) }
        }
        tasksBySet = bySet
    }

    func changes(of sets: [RegisteredFeatureSet]) -> [FeatureSetStatusChange] {
        sets.compactMap { set in
            let next = status(of: set)
            guard next != set.status else { return nil }
            return FeatureSetStatusChange(
                featureSet: set.definition.reference, from: set.status, to: next, updatedAt: set.updatedAt)
        }
    }

    private func status(of set: RegisteredFeatureSet) -> FeatureSetStatus {
        guard let tasks = tasksBySet[set.definition.reference] else { return set.status }
        if set.status == .pending { return tasks.contains(where: \.beginsAnew) ? .jobStarting : .pending }
        return tasks.allSatisfy(\.isRunning) ? .ready : .jobStarting
    }
}
