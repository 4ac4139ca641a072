import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// One dead letter: what is wrong, its payload decoded as far as it can be, and its bytes.
struct LetterScreen: Screen {
    /// A pane that can have the focus.
    enum Pane: Int, Sendable, Hashable, CaseIterable {
        case fields, raw
    }

    /// A letter with its payload decoded.
    struct Opened: Equatable, Sendable {
        let letter: DeadLetter
        let payload: DecodedPayload
    }

    struct State: Equatable, Sendable {
        /// The letter; nil until it came.
        var opened: Opened?
        var load = LoadState.never
        var focus = Pane.fields
        var fields = ListState<LetterFieldRow>()
        var raw = TextState()
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    enum Message: Sendable {
        case refreshAsked
        case letterLoaded(Result<Opened, Problem>)
        case paneChosen(Pane)
        case fields(ListMessage)
        case raw(TextMessage)
        case routeAsked(Route)
        case order(LetterOrderMessage)
    }

    let id: DeadLetterID
    let letters: DeadLetterOperations
    let view: ViewID = "letter"
    var name: String { "Dead letter \(id)" }
    var crumb: String { id.rawValue }

    var initialState: State { State() }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        let effects = apply(message, to: &state, context)
        layOut(&state)
        return effects
    }

    private func apply(_ message: Message, to state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .refreshAsked: return load(&state, context)
        case .letterLoaded(.success(let opened)):
            state.opened = opened
            state.load = .fresh(at: context.now)
            let rows = opened.payload.fields.enumerated().map { LetterFieldRow(id: $0.offset, field: $0.element) }
            state.fields.loaded(rows, Self.fieldList, context)
            state.raw.setLines(HexText.lines(opened.letter.payload))
            if rows.isEmpty { state.focus = .raw }
        case .letterLoaded(.failure(let problem)):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        case .paneChosen(let pane): state.focus = pane
        case .fields(let change): state.fields.apply(change, Self.fieldList, context)
        case .raw(let change): state.raw.apply(change)
        case .routeAsked(let route): return [.push(route)]
        case .order(let message): return ordered(message, &state, context)
        }
        return []
    }

    private func ordered(
        _ message: LetterOrderMessage, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        let effects = LetterOrdering(letters: letters).update(message).map { $0.map(Message.order) }
        switch message {
        case .discarded(.success): return effects + [.pop]
        case .replayed: return effects + load(&state, context)
        default: return effects
        }
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.paneNext), .action(.panePrevious):
            return .send(.paneChosen(state.focus == .raw ? .fields : .raw))
        case .action(.raw): return .send(.paneChosen(.raw))
        case .action(.describe): return .send(.paneChosen(.fields))
        case .action(.deadReplay): return order(state, LetterOrderMessage.replayAsked)
        case .action(.delete): return order(state, LetterOrderMessage.discardAsked)
        case .action(.logs), .action(.open):
            guard let job = state.opened?.letter.job else { return .unavailable("no job set it aside") }
            return .send(.routeAsked(Route("job", [job.rawValue])))
        case .action(.inspect): return inspect(state)
        case .clicked(let position):
            let places = layout(state, in: body).panes
            let pane = Pane.allCases.first {
                places[$0.rawValue].rule?.contains(position) == true || places[$0.rawValue].body.contains(position)
            }
            return pane.map { .send(.paneChosen($0)) } ?? .ignored
        default:
            let place = layout(state, in: body).panes[state.focus.rawValue].body
            return state.focus == .raw
                ? state.raw.respond(to: input).map(Message.raw)
                : state.fields.respond(to: input, Self.fieldList, in: place).map(Message.fields)
        }
    }

    func focus(_ state: State) -> ScreenFocus {
        state.focus == .raw ? .text(search: state.raw.search) : .list(state.fields.surface(Self.fieldList))
    }

    func copies(_ state: State) -> [CopyChoice] {
        var choices = [CopyChoice("id", id.rawValue)]
        if let letter = state.opened?.letter {
            choices += [
                CopyChoice("error", letter.message), CopyChoice("letter as JSON", LetterDocument.of(letter).line),
                CopyChoice("payload in base64", Base64.text(letter.payload)),
            ]
        }
        return choices + [CopyChoice("as command", ShellCommand("dead-letters", "get").adding([id.rawValue]).text)]
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [
            .load("letter", policy: .skipping) {
                let answer = await Result(asking: { () async throws(OperationError) in try await letters.get(id) })
                return .letterLoaded(answer.map { Opened(letter: $0, payload: letters.decode($0)) })
            }
        ]
    }

    private func order(
        _ state: State, _ message: ([DeadLetterQuery]) -> LetterOrderMessage
    ) -> Response<Message> {
        guard state.opened != nil else { return .unavailable("the letter was not read yet") }
        return .send(.order(message([DeadLetterQuery(ids: [id])])))
    }

    /// The online inspector with the payload's fields filled in; it takes those that are entities.
    private func inspect(_ state: State) -> Response<Message> {
        guard let opened = state.opened, let set = opened.letter.featureSet, !state.fields.rows.isEmpty else {
            return .unavailable("the payload tells no key")
        }
        let words = state.fields.rows.compactMap { row in row.word.map { "\(row.field.name)=\($0)" } }
        return .send(.routeAsked(Route("online", ["\(set):*"] + words)))
    }
}
