public import TextCanvas

/// Steps a console by hand: keys in, exactly idle, canvas out. For pictures (`larder shot`) and tests.
///
/// Nothing sleeps: waiting for idle awaits the running effects, and the clock, when it is a ``SteppedClock``, moves when
/// told to.
public final class ConsoleDriver {
    /// The console.
    public let console: Console
    /// The terminal in memory that it is shown on.
    public let terminal: MemoryTerminal

    /// Opens a console on a terminal in memory.
    public init(_ setup: ConsoleSetup, size: Size, isUnicode: Bool = true, depth: ColorDepth = .trueColor) {
        terminal = MemoryTerminal(size: size, depth: depth, isUnicode: isUnicode)
        console = Console(setup, size: size, isUnicode: isUnicode)
    }

    /// Why the console ended; nil while it runs.
    public var exit: ConsoleExit? { console.exit }

    /// What is on the screen now, freshly drawn.
    public var frame: Canvas {
        console.takeMessages()
        console.serve(terminal)
        console.present(on: terminal)
        return terminal.frame
    }

    /// Presses keys, one after the other.
    public func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    /// Types text, letter by letter.
    public func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }

    /// Sends an event of the terminal; the filter is told as if a frame had been drawn after it.
    public func send(_ event: TerminalEvent) {
        if case .resized(let size) = event { terminal.resize(to: size) }
        console.handle(event)
        console.tellFilter()
        console.serve(terminal)
    }

    /// Fires timers that are due, after the clock was moved.
    public func fireTimers() {
        console.fireTimers()
    }

    /// Waits until no work is running and every message has been taken: exactly, without sleeping.
    public func waitUntilIdle(isolation: isolated (any Actor)? = #isolation) async {
        console.takeMessages()
        while !console.isIdle {
            await console.inbox.waitUntilFilled()
            console.takeMessages()
        }
        console.serve(terminal)
    }

    /// Waits until the screen shows something, as messages of endless effects come in; returns at once when it does.
    ///
    /// - Parameter condition: looks at the frame.
    public func wait(isolation: isolated (any Actor)? = #isolation, until condition: (Canvas) -> Bool) async {
        while !condition(frame) {
            await console.inbox.waitUntilFilled()
            console.takeMessages()
        }
    }

    /// Ends the console: running work is cancelled and waited for.
    public func close(isolation: isolated (any Actor)? = #isolation) async {
        for task in console.runner.cancelAll() { await task.value }
        terminal.restore()
    }
}
