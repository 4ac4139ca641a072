import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The list of stores, the most troubled first: what the console opens on.
struct StoresScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<StoreRow>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case storesLoaded(Result<[StoreRow], Problem>)
        case opened(StorePart)
        case rawAsked
        case deadLettersAsked
        case deletion(StoreDeletionMessage)
    }

    let stores: StoreOperations
    let refreshing: Refreshing
    var filter = ""
    let view: ViewID = "stores"
    let name = "Stores"

    /// The line of the catalogue.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry("stores", aliases: ["st"], digit: 2, summary: "stores and their health", keymap: keys) { route in
            StoresScreen(stores: operations.stores, refreshing: refreshing, filter: route.filter)
        }
    }

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
        case .storesLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened(let part):
            return state.list.cursorRow.map { [.push(Route("store", [$0.id.rawValue] + part.words))] } ?? []
        case .rawAsked:
            return state.list.cursorRow.map { [.push(StoreScreen.document(of: $0.id, stores))] } ?? []
        case .deadLettersAsked:
            return state.list.cursorRow.map { [.push(Route("dead", ["store", $0.id.rawValue]))] } ?? []
        case .deletion(let message):
            let effects = StoreDeletion(stores: stores).update(message).map { $0.map(Message.deletion) }
            if case .carriedOut = message { return effects + load(&state, context) }
            return effects
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.open), .action(.describe): return onRow(state, .opened(.overview))
        case .action(.storeCheck): return onRow(state, .opened(.check))
        case .action(.raw): return onRow(state, .rawAsked)
        case .action(.dead): return onRow(state, .deadLettersAsked)
        case .action(.delete):
            if let refusal = StoreDeletion.refusal(state.list.targets) { return .unavailable(refusal) }
            return .send(.deletion(.asked(state.list.targets.map(\.id))))
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let silent = state.list.rows.count { $0.summary.health.state == .down }
        let note = "\(silent) of \(CountText.of(Int64(state.list.rows.count), "store")) did not answer"
        return state.list.title(name, note: silent == 0 ? [] : [TextRun(note, .warn)])
    }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.list.cursorRow else { return [] }
        return [
            CopyChoice("name", row.id.rawValue), CopyChoice("row as JSON", StoreDocument.json(row.summary).line),
            CopyChoice("as command", ShellCommand("stores", "get").adding([row.id.rawValue]).text),
            CopyChoice(
                "list as command", ShellCommand("stores", "list").option("--filter", state.list.filterText).text),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [
            .load("stores", policy: .skipping) {
                .storesLoaded(
                    await Result(asking: { () async throws(OperationError) in
                        try await stores.list().map(StoreRow.init)
                    }))
            }
        ]
    }

    private func onRow(_ state: State, _ message: Message) -> Response<Message> {
        state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(message)
    }
}
