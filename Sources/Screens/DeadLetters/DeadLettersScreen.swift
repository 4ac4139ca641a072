import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// Dead letters by reason, the most numerous first.
struct DeadLettersScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<LetterGroupRow>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case groupsLoaded(Result<[LetterGroupRow], Problem>)
        case opened
        case order(LetterOrderMessage)
    }

    let letters: DeadLetterOperations
    let refreshing: Refreshing
    let query: DeadLetterQuery
    var filter = ""
    let view: ViewID = "dead"
    let name = "Dead letters"

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
        case .groupsLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened:
            guard let row = state.list.cursorRow else { return [] }
            return [.push(Route("letters", query.narrowed(to: row.group).words))]
        case .order(let message):
            let effects = LetterOrdering(letters: letters).update(message).map { $0.map(Message.order) }
            return message.isEnd ? effects + load(&state, context) : effects
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.open), .action(.describe):
            return state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(.opened)
        case .action(.deadReplay): return order(state, LetterOrderMessage.replayAsked)
        case .action(.delete): return order(state, LetterOrderMessage.discardAsked)
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let count = state.list.rows.reduce(0) { $0 + $1.group.count }
        let detail = query.title.isEmpty ? [] : [TextRun(query.title, .muted)]
        let all = state.list.load.shownFrom == nil ? [] : [TextRun(CountText.of(count, "letter"), .strong)]
        return state.list.title(name, detail: detail, note: all)
    }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.list.cursorRow else { return [] }
        let narrowed = query.narrowed(to: row.group)
        return [
            CopyChoice("reason", row.group.reason.rawValue), CopyChoice("as command", narrowed.command("list")),
            CopyChoice("replay as command", narrowed.command("replay")),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func order(
        _ state: State, _ message: ([DeadLetterQuery]) -> LetterOrderMessage
    ) -> Response<Message> {
        let queries = state.list.targets.map { query.narrowed(to: $0.group) }
        return queries.isEmpty ? .unavailable("the list is empty") : .send(.order(message(queries)))
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [
            .load("groups", policy: .skipping) {
                let answer = await Result(asking: { () async throws(OperationError) in try await letters.groups(query) }
                )
                return .groupsLoaded(answer.map { $0.map(LetterGroupRow.init) })
            }
        ]
    }
}
