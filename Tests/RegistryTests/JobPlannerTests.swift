import FeatureModel
import LocalState
import Registry
import Testing

@Suite("Planning jobs")
struct JobPlannerTests {
    private typealias Sample = RegistrySample
    private let store = RegistrySample.store("online")
    private var task: JobTask {
        JobTask(source: .local, store: "online", featureSets: [Sample.reference("weather")])
    }

    private func job(_ status: JobStatus, heard seconds: Int64? = 0, _ change: (inout Job) -> Void = { _ in }) -> Job {
        var job = task.job(createdAt: Sample.start)
        job.status = status
        job.worker = status.isTerminal || seconds == nil ? nil : Sample.worker
        job.heartbeatAt = seconds.map(Sample.after)
        change(&job)
        return job
    }

    private func plan(
        _ jobs: [Job], status: FeatureSetStatus = .ready, stores: [StoreDefinition]? = nil, at seconds: Int64 = 5
    ) -> JobPlan {
        JobPlanner(now: Sample.after(seconds), term: Sample.term)
            .plan(stores: stores ?? [store], featureSets: [Sample.registered(status: status)], jobs: jobs)
    }

    @Test("there is one task per source and store, none for a store without feature sets")
    func tasks() {
        let sets = [
            Sample.registered(), Sample.registered(Sample.set("delays")),
            Sample.registered(Sample.set("stream", source: Sample.kafka)),
        ]
        let tasks = JobPlanner.tasks(
            stores: [store, Sample.store("idle", []), Sample.store("w", [Subscription(project: "*", name: "w*")])],
            featureSets: sets)
        #expect(tasks.map(\.store) == ["online", "online", "w"])
        #expect(tasks.map { $0.featureSets.map(\.name) } == [["delays", "weather"], ["stream"], ["weather"]])
        #expect(tasks[1].source == Sample.kafka)
        #expect(task.job(createdAt: Sample.start).id == "local-to-online-1591500000000")
    }

    @Test("a missing job is created, and its sets are starting")
    func creates() {
        let plan = plan([], status: .pending)
        #expect(plan.actions == [.create(task)])
        #expect(plan.statuses.map(\.to) == [.jobStarting])
    }

    @Test("a running job with the right sets is left alone, and its sets become ready")
    func leaves() {
        #expect(plan([job(.running)], status: .jobStarting).actions == [])
        #expect(plan([job(.running)], status: .jobStarting).statuses.map(\.to) == [.ready])
        #expect(plan([job(.running)]) == JobPlan(actions: [], statuses: []))
        #expect(plan([job(.pending)]).statuses.map(\.to) == [.jobStarting])
    }

    @Test("a job begins anew when its sets changed or one was applied, once")
    func restarts() {
        let applied = plan([job(.running)], status: .pending)
        #expect(applied.actions == [.restart(job(.running).id, task, reason: "applied: nyc/weather")])
        #expect(applied.statuses.map(\.to) == [.jobStarting])
        let fewer = plan([job(.running) { $0.featureSets = [] }])
        #expect(fewer.actions == [.restart(job(.running).id, task, reason: "its feature sets changed")])
        #expect(plan([job(.pending)], status: .jobStarting).actions == [])
    }

    @Test("a job without a living worker gets one")
    func launches() {
        #expect(plan([job(.running)], at: 10).actions == [])
        let lost = plan([job(.running)], at: 11)
        #expect(lost.actions == [.launch(job(.running).id, reason: "its worker a:1 is not heard of any more")])
        #expect(plan([job(.pending, heard: nil)]).actions == [.launch(job(.running).id, reason: "it has no worker")])
    }

    @Test("a failed job rests before it begins anew; an ended one that is needed begins at once")
    func retries() {
        #expect(plan([job(.error)], at: 59).actions == [])
        #expect(plan([job(.error)], at: 60).actions.count == 1)
        #expect(plan([job(.error, heard: 500)], at: 60).actions.count == 1)
        #expect(plan([job(.error)], status: .pending).actions.count == 1)
        #expect(plan([job(.aborted)]).actions == [.restart(job(.aborted).id, task, reason: "it is needed")])
        #expect(plan([job(.completed)]).actions == [])
        #expect(plan([job(.error)], at: 59).statuses.map(\.to) == [.jobStarting])
    }

    @Test("a job rests until its next attempt is due, and one that failed too often stays in error")
    func rests() {
        let resting = job(.pending, heard: nil) { $0.retryAt = Sample.after(30) }
        #expect(plan([resting], at: 29).actions == [])
        #expect(plan([resting], at: 30).actions == [.launch(resting.id, reason: "it has no worker")])
        #expect(plan([resting], at: -1000).actions.count == 1, "the clock was set back")
        let failed = job(.error) {
            $0.attempts = 2
            $0.retryAt = Sample.after(120)
        }
        #expect(plan([failed], at: 119).actions == [])
        #expect(plan([failed], at: 120).actions.count == 1)
        let hopeless = job(.error) { $0.attempts = 10 }
        #expect(plan([hopeless], at: 100_000).actions == [])
        #expect(plan([hopeless], status: .pending).actions.count == 1, "its set was applied anew")
    }

    @Test("a job that was to pause and lost its worker is brought there")
    func settles() {
        #expect(plan([job(.suspending)], at: 10).actions == [])
        let lost = job(.suspending)
        #expect(plan([lost], at: 11).actions == [.suspend(lost.id, reason: "its worker is gone")])
    }

    @Test("a job that an operator stopped stays stopped, and says nothing about its sets")
    func stopped() {
        let stopped = job(.aborted) { $0.desired = .stopped }
        #expect(plan([stopped], status: .pending, at: 1000) == JobPlan(actions: [], statuses: []))
        let ending = job(.aborting) { $0.desired = .stopped }
        #expect(plan([ending]).actions == [])
        #expect(plan([ending], at: 11).actions.count == 1)
        #expect(plan([job(.suspended, heard: nil)], status: .ready, at: 1000) == JobPlan(actions: [], statuses: []))
    }

    @Test("a job that nothing needs is stopped; one that is ending is waited for")
    func unneeded() {
        let id = job(.running).id
        let reason = "no feature set goes from its source into store online"
        #expect(plan([job(.running)], stores: []).actions == [.stop(id, reason: reason)])
        #expect(plan([job(.running)], stores: [Sample.store("online", [])]).actions == [.stop(id, reason: reason)])
        #expect(plan([job(.aborting)], stores: []).actions == [])
        #expect(plan([job(.aborting)], stores: [], at: 11).actions == [.stop(id, reason: "its worker is gone")])
        #expect(plan([job(.aborted)], stores: []).actions == [])
    }

    @Test("a set is ready only when every job that feeds it runs")
    func everyJob() {
        let stores = [store, Sample.store("history")]
        var other = JobTask(source: .local, store: "history", featureSets: task.featureSets).job(
            createdAt: Sample.start)
        other.status = .error
        other.heartbeatAt = Sample.start
        #expect(plan([job(.running), other], status: .jobStarting, stores: stores).statuses == [])
        other.status = .running
        other.worker = Sample.worker
        #expect(plan([job(.running), other], status: .jobStarting, stores: stores).statuses.map(\.to) == [.ready])
    }

    @Test("the active job of a pair counts, whichever is newer")
    func latest() {
        let ended = job(.error) { $0.heartbeatAt = Sample.after(-1000) }
        var running = task.job(createdAt: Sample.after(-5))
        running.status = .running
        running.worker = Sample.worker
        running.heartbeatAt = Sample.after(1)
        #expect(plan([ended, running]).actions == [])
        #expect(plan([running, ended]).actions == [])
    }
}
