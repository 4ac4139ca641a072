import FeatureModel

/// What a job is told apart by: source and store.
struct JobRoute: Hashable {
    let source: SourceDefinition
    let store: StoreName

    init(_ task: JobTask) {
        source = task.source
        store = task.store
    }

    init(_ job: Job) {
        source = job.source
        store = job.store
    }
}
