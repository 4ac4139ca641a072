import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The list of feature sets, the most troubled first.
struct FeatureSetsScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<FeatureSetRow>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case setsLoaded(Result<[FeatureSetRow], Problem>)
        case opened(FeatureSetPart)
        case rawAsked
        case inspected
        case deadLettersAsked
    }

    let featureSets: FeatureSetOperations
    let refreshing: Refreshing
    var scope = FeatureSetScope.all
    var filter = ""
    let view: ViewID = "sets"
    let name = "Feature sets"

    /// The line of the catalogue.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "sets", aliases: ["fs", "feature-sets"], digit: 3, summary: "feature sets",
            usage: "[PROJECT | store NAME]", keymap: keys
        ) { route throws(Problem) in
            FeatureSetsScreen(
                featureSets: operations.featureSets, refreshing: refreshing,
                scope: try FeatureSetScope(route.arguments), filter: route.filter)
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
        let row = state.list.cursorRow
        switch message {
        case .list(let change): state.list.apply(change, Self.list, context)
        case .refreshAsked: return load(&state, context)
        case .setsLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened(let part): return row.map { [.push(Route("set", [$0.id.description] + part.words))] } ?? []
        case .rawAsked: return row.map { [.push(FeatureSetScreen.document(of: $0.id, featureSets))] } ?? []
        case .inspected: return row.map { [.push(FeatureSetScreen.inspector(of: $0.definition))] } ?? []
        case .deadLettersAsked: return row.map { [.push(Route("dead", ["set", $0.id.description]))] } ?? []
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.open), .action(.describe): return onRow(state, .opened(.schema))
        case .action(.raw): return onRow(state, .rawAsked)
        case .action(.dead): return onRow(state, .deadLettersAsked)
        case .action(.inspect):
            guard let row = state.list.cursorRow else { return .unavailable("the list is empty") }
            return row.condition == .unstored
                ? .unavailable("no store subscribes to \(row.id): there is nothing to look at") : .send(.inspected)
        case .action(.wiring):
            guard let row = state.list.cursorRow else { return .unavailable("the list is empty") }
            return row.summary.problems.isEmpty
                ? .unavailable("nothing is wrong with \(row.id)") : .send(.opened(.problems))
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let troubled = state.list.rows.count { $0.condition <= .troubled }
        // Beside a filter there is no room for it: the age of the data matters more.
        let note = troubled == 0 || !state.list.filterText.isEmpty ? [] : [TextRun("\(troubled) with problems", .warn)]
        let detail = scope.title.isEmpty ? [] : [TextRun(scope.title, .accent)]
        return state.list.title(name, detail: detail, note: note)
    }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.list.cursorRow else { return [] }
        let list = ShellCommand("feature-sets", "list").option("--project", scope.project?.rawValue)
            .option("--filter", state.list.filterText)
        return [
            CopyChoice("name", row.id.description),
            CopyChoice("row as JSON", FeatureSetDocument.json(row.summary).line),
            CopyChoice("as command", ShellCommand("feature-sets", "get").adding([row.id.description]).text),
            CopyChoice("list as command", list.text),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [
            .load("sets", policy: .skipping) {
                .setsLoaded(
                    await Result(asking: { () async throws(OperationError) in
                        try await featureSets.list(scope.project).filter(scope.includes).map(FeatureSetRow.init)
                    }))
            }
        ]
    }

    private func onRow(_ state: State, _ message: Message) -> Response<Message> {
        state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(message)
    }
}
