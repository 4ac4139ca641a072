import TextCanvas

/// A screen with its state, the type of both hidden, so that a stack can hold any of them.
protocol LiveScreen: AnyObject {
    var view: ViewID { get }
    var name: String { get }
    var crumb: String { get }
    var keymap: Keymap { get }
    var focus: ScreenFocus { get }
    var copies: [CopyChoice] { get }
    func start(_ context: UpdateContext) -> [Effect<AnyMessage>]
    func returned(_ context: UpdateContext) -> [Effect<AnyMessage>]
    func receive(_ message: AnyMessage, _ context: UpdateContext) -> [Effect<AnyMessage>]
    func respond(to input: ScreenInput, in body: Rect) -> Response<AnyMessage>
    func title(_ context: RenderContext) -> ScreenTitle
    func render(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext)
    func resized(to body: Size, _ tier: SizeTier)
}
