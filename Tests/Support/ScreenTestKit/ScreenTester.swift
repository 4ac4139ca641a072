public import ConsoleKit
public import Testing
public import TextCanvas

/// Tests a screen exhaustively: after every message the whole change of its state is stated, every effect is asked for
/// by name, and nothing may be left over at the end.
///
/// ```swift
/// let tester = ScreenTester(StoresScreen(operations: operations))
/// await tester.start { $0.list.loadStarted(tester.context) }
/// await tester.runEffect("stores") { $0.list.loaded(rows, StoresScreen.list, tester.context) }
/// tester.press(.action(.open))
/// #expect(tester.takeRoute() == Route("store", ["redis-online"]))
/// tester.finish()
/// ```
public final class ScreenTester<Subject: Screen> {
    /// The screen under test.
    public let screen: Subject
    /// Its state.
    public private(set) var state: Subject.State
    /// The time that updates are told; change it to let time pass.
    public var now: WallTime
    /// The effects that were asked for and not yet looked at.
    public private(set) var effects: [Effect<Subject.Message>] = []
    /// The size of the body.
    public var body = Rect(Size(columns: 80, rows: 18))

    /// Makes a tester; the screen is told the size of its body, but not yet started.
    public init(_ screen: Subject, now: WallTime = WallTime(seconds: 1_591_272_271)) {
        self.screen = screen
        self.state = screen.initialState
        self.now = now
        screen.resized(&state, to: Size(columns: body.width, rows: body.height), .medium)
    }

    /// What updates are told.
    public var context: UpdateContext { UpdateContext(now: now) }

    /// Opens the view and states the whole change.
    public func start(
        sourceLocation: SourceLocation = #_sourceLocation, expecting change: (inout Subject.State) -> Void = { _ in }
    ) {
        var expected = state
        effects += screen.start(&state, context)
        change(&expected)
        expect(expected, after: "start", sourceLocation)
    }

    /// Sends a message and states the whole change; without a closure, that nothing changed.
    public func send(
        _ message: Subject.Message, sourceLocation: SourceLocation = #_sourceLocation,
        expecting change: (inout Subject.State) -> Void = { _ in }
    ) {
        var expected = state
        effects += screen.update(&state, message, context)
        change(&expected)
        expect(expected, after: "\(message)", sourceLocation)
    }

    /// Sends an input, as the shell would, and states the whole change; the input must mean something.
    public func press(
        _ input: ScreenInput, sourceLocation: SourceLocation = #_sourceLocation,
        expecting change: (inout Subject.State) -> Void = { _ in }
    ) {
        switch screen.respond(to: input, state, in: body) {
        case .send(let message): send(message, sourceLocation: sourceLocation, expecting: change)
        case .unavailable(let reason):
            Issue.record("\(input) is not available: \(reason)", sourceLocation: sourceLocation)
        case .ignored: Issue.record("\(input) means nothing here", sourceLocation: sourceLocation)
        }
    }

    /// Why an input cannot act now; nil when it can, or means nothing.
    public func refusal(of input: ScreenInput) -> String? {
        if case .unavailable(let reason) = screen.respond(to: input, state, in: body) { reason } else { nil }
    }

    /// Runs the oldest work with a key by hand, sends its messages, and states the whole change.
    public func runEffect(
        _ key: EffectKey, isolation: isolated (any Actor)? = #isolation,
        sourceLocation: SourceLocation = #_sourceLocation, expecting change: (inout Subject.State) -> Void = { _ in }
    ) async {
        let run = take { effect in
            if case .run(let run) = effect.kind, run.key == key { run } else { nil }
        }
        guard let run else {
            Issue.record("no effect called \(key.rawValue) was asked for", sourceLocation: sourceLocation)
            return
        }
        let collector = MessageCollector<Subject.Message>()
        await run.work(EffectSender { collector.add($0) })
        var expected = state
        for message in collector.messages { effects += screen.update(&state, message, context) }
        change(&expected)
        expect(expected, after: "effect \(key.rawValue)", sourceLocation)
    }

    /// Takes the oldest effect that a closure recognises; nil when there is none.
    public func take<Part>(_ recognise: (Effect<Subject.Message>) -> Part?) -> Part? {
        for (index, effect) in effects.enumerated() {
            if let part = recognise(effect) {
                effects.remove(at: index)
                return part
            }
        }
        return nil
    }

    /// Takes the oldest way to another view that names a route.
    public func takeRoute() -> Route? {
        take { effect in
            switch effect.kind {
            case .navigate(.pushRoute(let route)), .navigate(.replaceRoot(let route)): route
            default: nil
            }
        }
    }

    /// Takes the oldest screen that was pushed.
    public func takeScreen() -> (any Screen)? {
        take { effect in
            switch effect.kind {
            case .navigate(.push(let screen)), .navigate(.replaceTop(let screen)): screen
            default: nil
            }
        }
    }

    /// Takes the oldest notice.
    public func takeNotice() -> Notice? {
        take { if case .notify(let notice) = $0.kind { notice } else { nil } }
    }

    /// Takes the oldest question before a change, with the message that a yes sends.
    public func takeConfirmation() -> (confirmation: ChangeConfirmation, message: Subject.Message)? {
        take { if case .confirm(let confirmation, let message) = $0.kind { (confirmation, message) } else { nil } }
    }

    /// Takes the oldest question for a line: its label, and the message that an answer sends.
    public func takeQuestion() -> (label: String, answered: @Sendable (String) -> Subject.Message)? {
        take { if case .ask(let question) = $0.kind { (question.label, question.answered) } else { nil } }
    }

    /// Takes the oldest timer with a key: its delay and its message.
    public func takeTimer(_ key: EffectKey) -> (delay: Duration, message: Subject.Message)? {
        take {
            if case .timer(key, let delay, _, let message) = $0.kind { (delay, message) } else { nil }
        }
    }

    /// States that no effect is left.
    public func finish(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(effects.isEmpty, "effects nobody looked at: \(effects.map(\.kind))", sourceLocation: sourceLocation)
    }

    /// The view alone, drawn into its body.
    public func picture(glyphs: GlyphSet = .ascii, tier: SizeTier = .medium) -> Canvas {
        var canvas = Canvas(size: Size(columns: body.endColumn, rows: body.endRow))
        screen.render(state, into: &canvas, in: body, RenderContext(now: now, glyphs: glyphs, tier: tier))
        return canvas
    }

    private func expect(_ expected: Subject.State, after event: String, _ sourceLocation: SourceLocation) {
        #expect(state == expected, "the state after \(event)", sourceLocation: sourceLocation)
    }
}
