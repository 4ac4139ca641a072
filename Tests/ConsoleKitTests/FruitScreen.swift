import ConsoleKit
import TextCanvas

/// A row of the example screen.
struct Fruit: Identifiable, Equatable, Sendable {
    let id: String
    var kilos: Int
    var isRotten = false
}

/// What the example screen asks with.
struct FruitOperations: Sendable {
    var all: @Sendable () async -> Result<[Fruit], Problem>
    var discard: @Sendable (String) async -> Result<Void, Problem>
}

/// The example screen: a list with filter, order and marks, a detail, a question before a change, and loading.
struct FruitScreen: Screen {
    struct State: Equatable, Sendable {
        var list: ListState<Fruit>
    }

    enum Message: Sendable {
        case list(ListMessage)
        case refreshAsked
        case fruitLoaded(Result<[Fruit], Problem>)
        case opened
        case discardAsked
        case discardConfirmed([String])
        case discarded(String, Result<Void, Problem>)
    }

    static let list = ListDescription<Fruit>(
        columns: [
            ListColumn("name", "NAME", width: .flexible(min: 10)) { fruit, _ in TableCell(fruit.id, .strong) },
            ListColumn("kilos", "KILOS", priority: .level(1), alignment: .right) { fruit, _ in
                TableCell("\(fruit.kilos)", .number)
            },
        ],
        mark: { fruit, glyphs in
            fruit.isRotten ? TableMark(glyphs.error, .error) : TableMark(glyphs.running, .ok)
        },
        rank: { [.number($0.isRotten ? 0 : 1), .text($0.id)] },
        emptyLines: ["There is no fruit.", "+ buys some"])

    let operations: FruitOperations
    var filter = ""
    let view: ViewID = "fruit"
    let name = "Fruit"

    var keymap: Keymap {
        Keymap([
            KeyBinding(.delete, [.character("D")], label: "discard", hint: 40, changesServer: true)
        ])
    }

    var initialState: State { State(list: ListState(filter: filter)) }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + [.every(.seconds(2), "refresh", .refreshAsked)]
    }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .list(let change): state.list.apply(change, Self.list, context)
        case .refreshAsked: return load(&state, context)
        case .fruitLoaded(let result): return state.list.finish(result, Self.list, context)
        case .opened: return state.list.cursorRow.map { [.push(Route("detail", [$0.id]))] } ?? []
        case .discardAsked: return [askToDiscard(state.list.targets)]
        case .discardConfirmed(let ids): return ids.map(discard)
        case .discarded(let id, .success):
            return [.notify(.done, "discarded \(id)")] + load(&state, context)
        case .discarded(_, .failure(let problem)): return [.notify(problem)]
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.open), .action(.delete):
            guard state.list.cursorRow != nil else { return .unavailable("the list is empty") }
            return .send(input == .action(.open) ? .opened : .discardAsked)
        default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
        }
    }

    func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle { state.list.title(name) }

    func copies(_ state: State) -> [CopyChoice] {
        state.list.cursorRow.map { [CopyChoice("id", $0.id), CopyChoice("as command", "fruit get \($0.id)")] } ?? []
    }

    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.list.resized(to: body, tier)
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.list.loadStarted(context)
        return [.load("fruit", policy: .skipping) { .fruitLoaded(await operations.all()) }]
    }

    private func askToDiscard(_ targets: [Fruit]) -> Effect<Message> {
        let names = targets.map(\.id)
        let count = names.count
        return .confirm(
            ChangeConfirmation(
                .typed, title: "Discard \(count) fruit",
                targets: targets.map { [TextRun($0.id), TextRun("  fresh", .ok)] },
                consequence: "They are gone for good.", command: "fruit discard \(names.joined(separator: " "))",
                button: "Discard \(count)", expected: "\(count)", request: "Type the number of fruit to discard:"),
            then: .discardConfirmed(names))
    }

    private func discard(_ id: String) -> Effect<Message> {
        .run { send in await send(.discarded(id, operations.discard(id))) }
    }
}

/// What the example's detail shows.
struct FruitDetailScreen: Screen {
    struct State: Equatable, Sendable {}
    enum Message: Sendable {}

    let fruit: String
    let view: ViewID = "detail"
    var name: String { "Fruit \(fruit)" }
    var crumb: String { fruit }
    var initialState: State { State() }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {}

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> { .ignored }

    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        KeyValueBlock([.init("name", fruit, .strong)]).draw(into: &canvas, in: rect, glyphs: context.glyphs)
    }
}
