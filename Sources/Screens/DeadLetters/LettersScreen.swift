import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// Dead letters one by one, the newest first; more than a page are fetched as they come into view.
struct LettersScreen: Screen {
    struct State: Equatable, Sendable {
        var pile: LetterPile
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case newestLoaded(Result<LetterPile.Page, Problem>)
        case moreLoaded(offset: Int, Result<LetterPile.Page, Problem>)
        case opened
        case jobAsked
        case order(LetterOrderMessage)
    }

    let letters: DeadLetterOperations
    let refreshing: Refreshing
    let query: DeadLetterQuery
    var filter = ""
    let view: ViewID = "letters"
    let name = "Dead letters"
    var crumb: String { query.reason?.rawValue ?? "letters" }

    var initialState: State { State(pile: LetterPile(filter: filter)) }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + [
            .every(refreshing.interval, "refresh", .refreshAsked), .following(refreshing.changes, .refreshAsked),
        ]
    }

    func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .list(let change):
            state.pile.apply(change, context)
            return fetch(state)
        case .refreshAsked: return load(&state, context)
        case .newestLoaded(.success(let page)):
            state.pile.tookNewest(page, context)
            return fetch(state)
        case .moreLoaded(let offset, .success(let page)):
            state.pile.tookMore(page, offset: offset, context)
            return fetch(state)
        case .newestLoaded(.failure(let problem)), .moreLoaded(_, .failure(let problem)):
            state.pile.list.loadFailed(problem, context)
            return [.notify(problem)]
        case .opened: return state.pile.list.cursorRow.map { [.push(Route("letter", [$0.id.rawValue]))] } ?? []
        case .jobAsked: return state.pile.list.cursorRow?.job.map { [.push(Route("job", [$0.rawValue]))] } ?? []
        case .order(let message):
            let effects = LetterOrdering(letters: letters).update(message).map { $0.map(Message.order) }
            return message.isEnd ? effects + load(&state, context) : effects
        }
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        let list = state.pile.list
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.open), .action(.describe):
            return list.cursorRow == nil ? .unavailable("the list is empty") : .send(.opened)
        case .action(.logs):
            guard let row = list.cursorRow else { return .unavailable("the list is empty") }
            return row.job == nil ? .unavailable("no job set it aside: ingest refused it") : .send(.jobAsked)
        case .action(.deadReplay): return order(list, LetterOrderMessage.replayAsked)
        case .action(.delete): return order(list, LetterOrderMessage.discardAsked)
        default: return list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.pile.list.surface(Self.list)) }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.pile.list.cursorRow else { return [] }
        return [
            CopyChoice("id", row.id.rawValue), CopyChoice("error", row.message),
            CopyChoice("as command", ShellCommand("dead-letters", "get").adding([row.id.rawValue]).text),
            CopyChoice("list as command", query.command("list")),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.pile.resized(to: body, tier)
    }

    private func order(
        _ list: ListState<LetterRow>, _ message: ([DeadLetterQuery]) -> LetterOrderMessage
    ) -> Response<Message> {
        let ids = list.targets.map(\.id)
        return ids.isEmpty
            ? .unavailable("the list is empty") : .send(.order(message([DeadLetterQuery(ids: Set(ids))])))
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.pile.list.loadStarted(context)
        return [
            .load("letters", policy: .skipping) { .newestLoaded(await page(LetterPile.firstPage, 0)) }
        ]
    }

    private func fetch(_ state: State) -> [Effect<Message>] {
        guard let (limit, offset) = state.pile.nextPage else { return [] }
        return [
            .load("more", policy: .skipping) { .moreLoaded(offset: offset, await page(limit, offset)) }
        ]
    }

    private func page(_ limit: Int, _ offset: Int) async -> Result<LetterPile.Page, Problem> {
        await Result(asking: { () async throws(OperationError) in try await letters.list(query, limit, offset) })
            .map(LetterPile.Page.init)
    }
}
