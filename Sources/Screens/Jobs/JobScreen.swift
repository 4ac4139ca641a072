import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// One ingestion job: overview, feature sets, log and history in panes.
struct JobScreen: Screen {
    /// A pane that can have the focus.
    enum Pane: Int, Sendable, Hashable, CaseIterable {
        case sets, metrics, log, history
    }

    struct State: Equatable, Sendable {
        /// The job; nil until it came.
        var summary: JobSummary?
        var load = LoadState.never
        var focus: Pane
        var sets = ListState<JobSetRow>()
        var metrics = JobMetrics()
        var partitions = ListState<JobPartitionRow>()
        var log = LogPane()
        var history = ListState<JobEventRow>()
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    /// Everything that one question for the job brings, but for the log.
    struct Answer: Sendable {
        let summary: JobSummary
        let sets: [JobSetRow]
        let metrics: JobMetrics
        let history: [JobEventRow]
    }

    enum Message: Sendable {
        case refreshAsked
        case jobLoaded(Result<Answer, Problem>)
        case logRead(Result<LogChunk, Problem>)
        case paneChosen(Pane)
        case sets(ListMessage)
        case partitions(ListMessage)
        case log(TextMessage)
        case logLevelStepped
        case history(ListMessage)
        case setOpened
        case deadLettersAsked
        case order(JobOrderMessage)
    }

    let id: JobID
    let jobs: JobOperations
    let featureSets: FeatureSetOperations
    let refreshing: Refreshing
    var opening = JobPart.overview
    let view: ViewID = "job"
    var name: String { "Job \(id)" }
    var crumb: String { id.rawValue }

    var initialState: State {
        switch opening {
        case .overview: State(focus: .sets)
        case .log: State(focus: .log)
        case .history: State(focus: .history)
        case .metrics: State(focus: .metrics)
        }
    }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + [
            .every(refreshing.interval, "refresh", .refreshAsked), .following(refreshing.changes, .refreshAsked),
        ]
    }

    func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        let effects = apply(message, to: &state, context)
        layOut(&state)
        return effects
    }

    private func apply(_ message: Message, to state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .refreshAsked: return load(&state, context)
        case .jobLoaded(let result): return took(result, &state, context)
        case .logRead(.success(let chunk)): return state.log.took(chunk) ? [readLog(from: chunk.next)] : []
        case .logRead(.failure(let problem)): state.log.failed(problem)
        case .paneChosen(let pane): state.focus = pane
        case .partitions(let change): state.partitions.apply(change, Self.partitionList, context)
        case .sets(let change): state.sets.apply(change, Self.setList, context)
        case .log(let change): state.log.apply(change)
        case .logLevelStepped: state.log.levelStepped()
        case .history(let change): state.history.apply(change, Self.historyList, context)
        case .setOpened:
            return state.sets.cursorRow.map { [.push(Route("set", [$0.id.description]))] } ?? []
        case .deadLettersAsked: return [.push(Route("dead", ["job", id.rawValue]))]
        case .order(let message):
            let effects = JobOrdering(jobs: jobs).update(message, context).map { $0.map(Message.order) }
            if case .carriedOut = message { return effects + load(&state, context) }
            return effects
        }
        return []
    }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        var detail: [TextRun] = []
        if let summary = state.summary {
            let row = JobRow(summary: summary)
            detail = [
                TextRun(row.status, row.role(context.now)),
                TextRun(" " + context.now.age(of: summary.statusSince), .muted),
            ]
        }
        return ScreenTitle(name, detail: detail, load: state.load)
    }

    func copies(_ state: State) -> [CopyChoice] {
        var choices = [CopyChoice("id", id.rawValue)]
        if let summary = state.summary { choices.append(CopyChoice("job as JSON", JobDocument.of(summary).line)) }
        if let error = state.summary?.job.lastError { choices.append(CopyChoice("last error", error)) }
        return choices + [
            CopyChoice("as command", ShellCommand("jobs", "get").adding([id.rawValue]).text),
            CopyChoice("metrics as command", ShellCommand("jobs", "metrics").adding([id.rawValue]).text),
            CopyChoice("log as command", ShellCommand("jobs", "logs").adding([id.rawValue, "--follow"]).text),
        ]
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [
            .load("job", policy: .skipping) {
                .jobLoaded(
                    await Result(asking: { () async throws(OperationError) in
                        let summary = try await jobs.get(id)
                        let sets = try await featureSets.list(nil)
                        let metrics = try await jobs.metrics(id)
                        let history = try await jobs.history(id)
                        return Answer(
                            summary: summary, sets: JobSetRow.rows(of: summary, sets, metrics), metrics: metrics,
                            history: history.enumerated().map { place, event in
                                JobEventRow(id: history.count - place, event: event)
                            })
                    }))
            },
            readLog(from: state.log.next),
        ]
    }

    private func readLog(from place: Int64?) -> Effect<Message> {
        .load("log", policy: .skipping) {
            .logRead(
                await Result(asking: { () async throws(OperationError) in
                    try await jobs.log(id, place, LogPane.page)
                }))
        }
    }

    private func took(
        _ result: Result<Answer, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let answer):
            state.summary = answer.summary
            state.load = .fresh(at: context.now)
            state.sets.loaded(answer.sets, Self.setList, context)
            state.metrics = answer.metrics
            state.partitions.loaded(
                answer.metrics.partitions.map(JobPartitionRow.init), Self.partitionList, context)
            state.history.loaded(answer.history, Self.historyList, context)
            return []
        case .failure(let problem):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        }
    }
}
