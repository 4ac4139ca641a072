import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// One export: its plan, how far it is, what came of it, and its log.
struct ExportScreen: Screen {
    /// A pane that can have the focus.
    enum Pane: Int, Sendable, Hashable, CaseIterable {
        case features, log
    }

    struct State: Equatable, Sendable {
        /// The export; nil until it came.
        var export: Export?
        var load = LoadState.never
        var focus: Pane
        var features = TextState()
        var log = LogPane()
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    enum Message: Sendable {
        case refreshAsked
        case exportLoaded(Result<Export, Problem>)
        case logRead(Result<LogChunk, Problem>)
        case paneChosen(Pane)
        case features(TextMessage)
        case log(TextMessage)
        case logLevelStepped
        case newAsked
        case cancel(ExportCancelMessage)
    }

    let id: ExportID
    let exports: ExportOperations
    let refreshing: Refreshing
    let view: ViewID = "export"
    var name: String { "Export \(id)" }
    var crumb: String { id.rawValue }

    var initialState: State { State(focus: .log) }

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
        case .exportLoaded(let result): return took(result, &state, context)
        case .logRead(.success(let chunk)): return state.log.took(chunk) ? [readLog(from: chunk.next)] : []
        case .logRead(.failure(let problem)): state.log.failed(problem)
        case .paneChosen(let pane): state.focus = pane
        case .features(let change): state.features.apply(change)
        case .log(let change): state.log.apply(change)
        case .logLevelStepped: state.log.levelStepped()
        case .newAsked: return [.push(Route("export", ["new", "from", id.rawValue]))]
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
        case .action(.paneNext), .action(.panePrevious):
            return .send(.paneChosen(state.focus == .log ? .features : .log))
        case .action(.logs): return .send(.paneChosen(.log))
        case .action(.describe): return .send(.paneChosen(.features))
        case .action(.follow): return .send(.log(.followToggled))
        case .action(.logLevel): return .send(.logLevelStepped)
        case .action(.new): return .send(.newAsked)
        case .action(.jobStop):
            guard let export = state.export else { return .unavailable("the export was not read yet") }
            if let refusal = ExportCancelling(exports: exports).refusal([export]) { return .unavailable(refusal) }
            return .send(.cancel(.asked([id])))
        case .clicked(let position):
            let places = layout(state, in: body).panes
            let pane = Pane.allCases.first {
                places[$0.rawValue].rule?.contains(position) == true || places[$0.rawValue].body.contains(position)
            }
            return pane.map { .send(.paneChosen($0)) } ?? .ignored
        default:
            return state.focus == .log
                ? state.log.text.respond(to: input).map(Message.log)
                : state.features.respond(to: input).map(Message.features)
        }
    }

    func focus(_ state: State) -> ScreenFocus {
        .text(search: state.focus == .log ? state.log.text.search : state.features.search)
    }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let detail = state.export.map { [TextRun($0.status.rawValue, $0.status.role)] } ?? []
        return ScreenTitle(name, detail: detail, load: state.load)
    }

    func copies(_ state: State) -> [CopyChoice] {
        var choices = [CopyChoice("id", id.rawValue)]
        if let export = state.export {
            choices += export.files.map { CopyChoice("file", $0) }
            if let error = export.error { choices.append(CopyChoice("error", error)) }
            choices.append(CopyChoice("export as JSON", ExportDocument.of(export).line))
            choices.append(CopyChoice("start as command", ExportDocument.command(export.request)))
        }
        return choices + [CopyChoice("as command", ShellCommand("exports", "get").adding([id.rawValue]).text)]
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [
            .load("export", policy: .skipping) {
                .exportLoaded(await Result(asking: { () async throws(OperationError) in try await exports.get(id) }))
            },
            readLog(from: state.log.next),
        ]
    }

    private func readLog(from place: Int64?) -> Effect<Message> {
        .load("log", policy: .skipping) {
            .logRead(
                await Result(asking: { () async throws(OperationError) in
                    try await exports.log(id, place, LogPane.page)
                }))
        }
    }

    private func took(
        _ result: Result<Export, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .failure(let problem):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        case .success(let export):
            let before = state.export?.status
            if state.export?.request != export.request {
                state.features.setLines(export.request.features.map(\.description))
            }
            state.export = export
            state.load = .fresh(at: context.now)
            return before.flatMap { ending(export, after: $0, context) }.map { [$0] } ?? []
        }
    }

    /// The end of an export that was watched is told once.
    private func ending(_ export: Export, after status: ExportStatus, _ context: UpdateContext) -> Effect<Message>? {
        guard !status.isTerminal, export.status.isTerminal else { return nil }
        let time = ExportRow(export: export).elapsed(context.now).map { " in " + AgeText.describe(seconds: $0) } ?? ""
        let rows = CountText.of(export.rowsDone, "row")
        switch export.status {
        case .done: return .notify(.done, "\(id) done: \(rows)\(time)", detail: export.files.joined(separator: "\n"))
        case .failed: return .notify(.error, "\(id) failed: \(export.error ?? "no reason was given")")
        case .cancelled: return .notify(.warning, "\(id) cancelled after \(rows)")
        case .pending, .running, .cancelling: return nil
        }
    }
}
