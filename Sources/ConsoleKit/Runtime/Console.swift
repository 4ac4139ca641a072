public import TextCanvas
public import Themes

/// The console: views, overlays, notices, and the way from a key to an effect and back.
///
/// It is a machine that is stepped: events go in (``handle(_:)``), messages of effects are taken from the inbox
/// (``takeMessages()``), timers fire (``fireTimers()``), and ``frame()`` draws what there is to see. Whoever owns the
/// terminal steps it: ``run(on:)`` in real life, ``ConsoleDriver`` for pictures and tests. One thread owns a console and
/// its terminal; work is done by effects on other threads, which only ever leave messages in the inbox.
public final class Console {
    /// The state of what surrounds the views.
    struct Shell {
        var header: HeaderFacts
        var theme: Theme
        var glyphs: GlyphSet
        var size: Size
        var overlay: Overlay?
        var notices = NoticeLog()
        var history: [String] = []
        var isWide = false
        var lastInterrupt: Duration?
        /// The filter as typed since the last frame; told to the view once per frame.
        var untoldFilter: String?
    }

    /// What is known of running work.
    struct RunningEffect {
        let entry: StackEntry.ID
        let key: EffectKey?
        let isEndless: Bool
        var isSuperseded = false
    }

    let setup: ConsoleSetup
    let inbox = Inbox()
    let runner: EffectRunner
    var shell: Shell
    var views = ViewStack()
    var running: [EffectToken: RunningEffect] = [:]
    var timers = TimerTable()
    var requests: [TerminalRequest] = []
    /// Why the console ended; nil while it runs.
    public internal(set) var exit: ConsoleExit?

    /// Makes a console and opens its first view.
    ///
    /// - Parameters:
    ///   - setup: what it is made of.
    ///   - size: the size of the terminal.
    ///   - isUnicode: true where glyphs beyond ASCII can be shown.
    public init(_ setup: ConsoleSetup, size: Size, isUnicode: Bool) {
        self.setup = setup
        runner = EffectRunner(inbox: inbox)
        let glyphs = isUnicode ? GlyphSet.named(setup.glyphs ?? .unicode) : .ascii
        shell = Shell(header: setup.header, theme: setup.theme, glyphs: glyphs, size: size)
        if let feed = setup.headerFeed { runner.startFeed(feed) }
        go(to: setup.opening)
    }

    /// The theme in use.
    public var theme: Theme { shell.theme }

    /// True when no work is running whose end can be waited for, and nothing lies in the inbox: what is on the screen
    /// will not change by itself, except by the clock.
    public var isIdle: Bool { !running.values.contains { !$0.isEndless && !$0.isSuperseded } }

    /// How long the owner of the terminal may sleep before something has to be drawn or asked anew.
    public var nextWake: Duration {
        let now = setup.clock.elapsed()
        let isSpinning = setup.hasMotion && !isIdle
        let wall = setup.clock.wall()
        let toNextSecond = Duration.nanoseconds(1_000_000_000 - Int64(wall.nanoseconds))
        let tick = isSpinning ? min(toNextSecond, .milliseconds(100)) : toNextSecond
        guard let top = views.top, top.frozenAt == nil, let due = timers.nextDue(of: top.id) else { return tick }
        return min(tick, max(.zero, due - now))
    }

    /// Takes in one event of the terminal.
    public func handle(_ event: TerminalEvent) {
        switch event {
        case .key(let key):
            shell.notices.keyPressed()
            press(key)
        case .paste(let text): paste(text)
        case .mouse(let event): point(event)
        case .resized(let size): resize(to: size)
        case .background(let color): suit(color)
        case .closed: exit = exit ?? .terminalClosed
        }
    }

    /// Takes what effects have left in the inbox; late answers of effects that were replaced are dropped.
    public func takeMessages() {
        for item in inbox.drain() { take(item) }
    }

    /// Sends the messages of timers that are due, for the view in view.
    public func fireTimers() {
        guard let top = views.top, top.frozenAt == nil else { return }
        for message in timers.fire(of: top.id, at: setup.clock.elapsed()) { deliver(message, to: top.id) }
    }

    /// Tells the operator something.
    public func notify(_ notice: Notice) {
        shell.notices.add(notice, at: setup.clock.wall())
        setup.noticed(notice)
    }

    /// What a drawing may know.
    var renderContext: RenderContext {
        RenderContext(
            now: setup.clock.wall(), glyphs: shell.glyphs, tier: SizeTier(shell.size), isWide: shell.isWide,
            isFocused: shell.overlay == nil, isReadOnly: shell.header.isReadOnly, spinnerFrame: spinnerFrame,
            keymap: keymap)
    }

    /// What an update may know.
    var updateContext: UpdateContext { UpdateContext(now: setup.clock.wall()) }

    var spinnerFrame: Int {
        guard setup.hasMotion else { return 0 }
        return Int(setup.clock.elapsed() / .milliseconds(100))
    }

    private func take(_ item: Inbox.Item) {
        switch item {
        case .message(let token, let message):
            guard let effect = running[token], !effect.isSuperseded else { return }
            if effect.isEndless, entry(effect.entry)?.frozenAt != nil { return }
            deliver(message, to: effect.entry)
        case .finished(let token):
            running[token] = nil
            runner.forget(token)
        case .header(let facts):
            var changed = facts
            changed.isReadOnly = shell.header.isReadOnly
            shell.header = changed
        case .notice(let notice): notify(notice)
        }
    }

    private func resize(to size: Size) {
        shell.size = size
        tellSizes()
        requests.append(.repaint)
    }

    /// Tells every view of the stack how large its body is.
    func tellSizes() {
        let layout = ShellLayout(shell.size)
        for entry in views.entries {
            entry.screen.resized(to: Size(columns: layout.body.width, rows: layout.body.height), layout.tier)
        }
    }
}
