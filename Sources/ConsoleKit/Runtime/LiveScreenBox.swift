import TextCanvas

/// The one kind of ``LiveScreen``: a screen of some type and its state.
final class LiveScreenBox<Base: Screen>: LiveScreen {
    private let screen: Base
    private var state: Base.State

    init(_ screen: Base) {
        self.screen = screen
        self.state = screen.initialState
    }

    var view: ViewID { screen.view }
    var name: String { screen.name }
    var crumb: String { screen.crumb }
    var keymap: Keymap { screen.keymap }
    var focus: ScreenFocus { screen.focus(state) }
    var copies: [CopyChoice] { screen.copies(state) }

    func start(_ context: UpdateContext) -> [Effect<AnyMessage>] { erased(screen.start(&state, context)) }

    func returned(_ context: UpdateContext) -> [Effect<AnyMessage>] { erased(screen.returned(&state, context)) }

    func receive(_ message: AnyMessage, _ context: UpdateContext) -> [Effect<AnyMessage>] {
        guard let message = message.value as? Base.Message else { return [] }
        return erased(screen.update(&state, message, context))
    }

    func respond(to input: ScreenInput, in body: Rect) -> Response<AnyMessage> {
        screen.respond(to: input, state, in: body).map { AnyMessage(value: $0) }
    }

    func title(_ context: RenderContext) -> ScreenTitle { screen.title(state, context) }

    func render(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        screen.render(state, into: &canvas, in: rect, context)
    }

    func resized(to body: Size, _ tier: SizeTier) { screen.resized(&state, to: body, tier) }

    private func erased(_ effects: [Effect<Base.Message>]) -> [Effect<AnyMessage>] {
        effects.map { effect in effect.map { AnyMessage(value: $0) } }
    }
}

extension Screen {
    /// The screen with a state of its own, type hidden.
    func makeLive() -> any LiveScreen { LiveScreenBox(self) }
}
