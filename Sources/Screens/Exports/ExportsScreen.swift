import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The list of historical exports: those at work first, then failed ones, then the newest.
struct ExportsScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<ExportRow>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case exportsLoaded(Result<[ExportRow], Problem>)
        case opened
        case logAsked
        case newAsked
        case cancel(ExportCancelMessage)
    }

    let exports: ExportOperations
    let refreshing: Refreshing
    var filter = ""
    let view: ViewID = "exports"
    let name = "Exports"

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
        case .exportsLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened: return state.list.cursorRow.map { [.push(Route("export", [$0.id.rawValue]))] } ?? []
        case .logAsked: return state.list.cursorRow.map { [.push(Route("export", [$0.id.rawValue, "log"]))] } ?? []
        case .newAsked: return [.push(Route("export", newWords(state)))]
        case .cancel(let message):
            let effects = ExportCancelling(exports: exports).update(message).map { $0.map(Message.cancel) }
            if case .carriedOut = message { return effects + load(&state, context) }
            return effects
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.new): return .send(.newAsked)
        case .action(.open), .action(.describe):
            return state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(.opened)
        case .action(.logs): return state.list.cursorRow == nil ? .unavailable("the list is empty") : .send(.logAsked)
        case .action(.jobStop):
            let targets = state.list.targets.map(\.export)
            if let refusal = ExportCancelling(exports: exports).refusal(targets) { return .unavailable(refusal) }
            return .send(.cancel(.asked(targets.map(\.id))))
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle { state.list.title(name) }

    func copies(_ state: State) -> [CopyChoice] {
        guard let row = state.list.cursorRow else { return [] }
        return [
            CopyChoice("id", row.id.rawValue), CopyChoice("row as JSON", ExportDocument.of(row.export).line),
            CopyChoice("output", row.export.request.outputPath),
            CopyChoice("as command", ShellCommand("exports", "get").adding([row.id.rawValue]).text),
            CopyChoice("start as command", ExportDocument.command(row.export.request)),
        ]
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [
            .load("exports", policy: .skipping) {
                let answer = await Result(asking: { () async throws(OperationError) in try await exports.list() })
                return .exportsLoaded(answer.map { $0.map(ExportRow.init) })
            }
        ]
    }

    /// A failed export is the pattern of the new one.
    private func newWords(_ state: State) -> [String] {
        guard let row = state.list.cursorRow, row.export.status == .failed else { return ["new"] }
        return ["new", "from", row.id.rawValue]
    }
}
