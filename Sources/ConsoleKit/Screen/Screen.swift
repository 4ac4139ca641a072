public import TextCanvas

/// One view of the console: what it knows, what can happen to it, and how it looks.
///
/// A screen is a value that holds what it asks with (structs of closures from `Operations`); everything that changes is
/// in its `State`. The runtime calls it on one thread: an input becomes a message (``respond(to:_:in:)``), a message
/// changes the state and asks for effects (``update(_:_:_:)``), the state is drawn (``render(_:into:in:_:)``). None of
/// them waits, reads a clock or a file, or draws elsewhere; work is an ``Effect``, and its answer another message.
///
/// ## How to write a screen
///
/// Three files in a folder of its own: `StoresScreen.swift` (state, messages, update), `StoresRendering.swift`
/// (columns, drawing), `StoresKeymap.swift` (its own keys); and a line in the catalogue.
///
/// ```swift
/// struct StoresScreen: Screen {
///     struct State: Equatable, Sendable { var list = ListState<StoreRow>() }
///
///     enum Message: Sendable {                       // past tense: what happened
///         case list(ListMessage)
///         case refreshAsked
///         case storesLoaded(Result<[StoreRow], Problem>)
///         case deletionConfirmed(StoreRow.ID)
///     }
///
///     let operations: StoreOperations                // the only way to the outside
///     let view: ViewID = "stores"
///     let name = "Stores"
///
///     var keymap: Keymap {
///         Keymap([KeyBinding(.delete, [.character("D")], label: "delete", hint: 40, changesServer: true)])
///     }
///
///     var initialState: State { State() }
///
///     func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
///         load(&state, context) + [.every(.seconds(2), "refresh", .refreshAsked)]
///     }
///
///     func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
///         switch message {
///         case .list(let change): state.list.apply(change, Self.list, context)
///         case .refreshAsked: return load(&state, context)
///         case .storesLoaded(let result): return state.list.finish(result, Self.list, context)
///         case .deletionConfirmed(let id): return [delete(id)]
///         }
///         return []
///     }
///
///     private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
///         state.list.loadStarted(context)
///         return [.load("stores", policy: .skipping) { .storesLoaded(await operations.allRows()) }]
///     }
///
///     func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
///         switch input {
///         case .action(.refresh): return .send(.refreshAsked)
///         // .action(.open), .action(.delete) …: look at state.list.cursorRow
///         default: return state.list.respond(to: input, Self.list, in: body).map(Message.list)
///         }
///     }
///
///     func focus(_ state: State) -> ScreenFocus { .list(state.list.surface(Self.list)) }
///
///     func title(_ state: State, _ context: RenderContext) -> ScreenTitle { state.list.title(name) }
///
///     func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
///         ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
///     }
///
///     func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
///         state.list.resized(to: body, tier)
///     }
/// }
/// ```
///
/// What the shell does for every screen, so that a screen never does it: header, title rule with the age of the data,
/// crumbs, key hints, message line, prompts and menus, confirmation, help, `q`, digits, `-`, freezing, read-only, and
/// the dropping of late answers. A screen asks for it with effects, never directly.
///
/// Test it with `ScreenTester` (state the whole change after every message) and with golden screens.
public protocol Screen: Sendable {
    /// Everything that changes.
    associatedtype State: Equatable & Sendable
    /// What can happen, in the past tense.
    associatedtype Message: Sendable

    /// The kind of view; the same for all its instances.
    var view: ViewID { get }

    /// The name in the title rule: `Ingestion jobs`.
    var name: String { get }

    /// What stands in the line of crumbs: `jobs`, or the name of what a detail shows. The view's name by default.
    var crumb: String { get }

    /// The keys of this view beyond ``Keymap/standard``; a row with a standard action replaces the standard row, so
    /// that its label can say more (`enter edit key`).
    var keymap: Keymap { get }

    /// The state before anything happened.
    var initialState: State { get }

    /// The view was opened: asks for its data and its refreshing timer.
    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>]

    /// The view is in view again after one above it was left. Timers that were due meanwhile fire by themselves.
    func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>]

    /// Something happened. The only place where state changes; synchronous, and without side effects but those asked
    /// for in the result.
    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>]

    /// What an input means here and now. A key that means something but cannot act answers
    /// ``Response/unavailable(_:)`` with the reason; the menu of actions asks the same question.
    ///
    /// - Parameters:
    ///   - input: what the operator did.
    ///   - state: the state.
    ///   - body: the rectangle that the view was drawn in, for clicks.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message>

    /// What the keys go to.
    func focus(_ state: State) -> ScreenFocus

    /// What the title rule says.
    func title(_ state: State, _ context: RenderContext) -> ScreenTitle

    /// What can be copied: the id first, then the row, then the equivalent command line.
    func copies(_ state: State) -> [CopyChoice]

    /// Draws the state into a rectangle of the canvas. Pure: the same state, rectangle and context give the same
    /// cells. Sets the canvas's cursor to what has the focus.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext)

    /// The body has a size, at first and whenever the window changes: lists need it to scroll by pages.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier)
}

extension Screen {
    /// The view's name.
    public var crumb: String { view.rawValue }

    /// No keys of its own.
    public var keymap: Keymap { Keymap() }

    /// Asks for nothing.
    public func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { [] }

    /// Asks for nothing.
    public func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { [] }

    /// Nothing in particular.
    public func focus(_ state: State) -> ScreenFocus { .plain }

    /// The name alone.
    public func title(_ state: State, _ context: RenderContext) -> ScreenTitle { ScreenTitle(name) }

    /// Nothing.
    public func copies(_ state: State) -> [CopyChoice] { [] }

    /// Takes no notice.
    public func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {}
}
