import ConsoleKit
import Operations
import TextCanvas

/// A text of one object in a view of its own: its document, or the card of a part of it.
struct DocumentScreen: Screen {
    struct State: Equatable, Sendable {
        var text = TextState()
        var load = LoadState.never
    }

    enum Message: Sendable {
        case text(TextMessage)
        case refreshAsked
        case loaded(Result<String, Problem>)
    }

    let view: ViewID = "document"
    let name: String
    let crumb: String
    /// What can be copied besides the text.
    var command = ""
    /// Reads the text; secrets are masked in it.
    let read: @Sendable () async -> Result<String, Problem>

    var initialState: State { State() }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .text(let change): state.text.apply(change)
        case .refreshAsked: return load(&state, context)
        case .loaded(.success(let text)):
            state.text.setLines(Self.lines(of: text))
            state.load = .fresh(at: context.now)
        case .loaded(.failure(let problem)):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        if input == .action(.refresh) { return .send(.refreshAsked) }
        return state.text.respond(to: input).map(Message.text)
    }

    func focus(_ state: State) -> ScreenFocus { .text(search: state.text.search) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let note =
            state.text.lines.isEmpty ? [] : [TextRun(CountText.of(Int64(state.text.lines.count), "line"), .muted)]
        return ScreenTitle(name, filter: state.text.search, load: state.load, note: note)
    }

    func copies(_ state: State) -> [CopyChoice] {
        let text = CopyChoice("text", state.text.lines.joined(separator: "\n") + "\n")
        return [text] + (command.isEmpty ? [] : [CopyChoice("as command", command)])
    }

    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        if let problem = state.load.problem, state.load.shownFrom == nil {
            ProblemText(problem).draw(into: &canvas, in: rect)
            return
        }
        var pane = state.text.pane()
        pane.line = { DocumentLine(state.text.lines[$0]).runs }
        pane.draw(into: &canvas, in: rect)
        if canvas.cursor == nil { canvas.cursor = Position(column: rect.column, row: rect.row) }
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.text.resized(to: body)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [.load("document", policy: .skipping) { .loaded(await read()) }]
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
