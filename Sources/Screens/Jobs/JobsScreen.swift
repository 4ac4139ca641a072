import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The list of ingestion jobs, troubled ones first.
struct JobsScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<JobRow>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case jobsLoaded(Result<[JobRow], Problem>)
        case opened(JobPart)
        case deadLettersAsked
        case order(JobOrderMessage)
    }

    let jobs: JobOperations
    let refreshing: Refreshing
    let scope: JobScope
    var filter = ""
    let view: ViewID = "jobs"
    let name = "Ingestion jobs"

    var initialState: State { State(list: ListState(filter: filter)) }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + [
            .every(refreshing.interval, "refresh", .refreshAsked), .following(refreshing.changes, .refreshAsked),
        ]
    }

    func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .list(let change): state.list.apply(change, Self.list, context)
        case .refreshAsked: return load(&state, context)
        case .jobsLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened(let part):
            return state.list.cursorRow.map { [.push(Route("job", [$0.id.rawValue] + part.words))] } ?? []
        case .deadLettersAsked:
            return state.list.cursorRow.map { [.push(Route("dead", ["job", $0.id.rawValue]))] } ?? []
        case .order(let message):
            let effects = JobOrdering(jobs: jobs).update(message, context).map { $0.map(Message.order) }
            if case .carriedOut = message { return effects + load(&state, context) }
            return effects
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.jobStop): return order(.stop, state)
        case .action(.jobRestart): return order(.restart, state)
        case .action(.jobSuspend): return order(.pausing(state.list.targets.map(\.summary)), state)
        case .action(.open), .action(.describe): return onRow(state, .opened(.overview))
        case .action(.logs): return onRow(state, .opened(.log))
        case .action(.metrics): return onRow(state, .opened(.metrics))
        case .action(.history): return onRow(state, .opened(.history))
        case .action(.dead): return onRow(state, .deadLettersAsked)
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        state.list.title(name, detail: scope.title.isEmpty ? [] : [TextRun(scope.title, .muted)])
    }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.list.cursorRow else { return [] }
        return [
            CopyChoice("id", row.id.rawValue), CopyChoice("row as JSON", JobDocument.of(row.summary).line),
            CopyChoice("as command", ShellCommand("jobs", "get").adding([row.id.rawValue]).text),
            CopyChoice("list as command", "larder jobs list"),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [
            .load("jobs", policy: .skipping) {
                let answer = await Result(asking: { () async throws(OperationError) in
                    try await jobs.list(scope.query)
                })
                return .jobsLoaded(answer.map { $0.filter(scope.includes).map(JobRow.init) })
            }
        ]
    }

    private func order(_ order: JobOrder, _ state: State) -> Response<Message> {
        let targets = state.list.targets.map(\.summary)
        if let refusal = JobOrdering(jobs: jobs).refusal(order, targets) { return .unavailable(refusal) }
        return .send(.order(.asked(order, targets.map(\.job.id))))
    }

    private func onRow(_ state: State, _ message: Message) -> Response<Message> {
        state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(message)
    }
}
