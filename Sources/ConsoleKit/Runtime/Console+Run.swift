import Glibc
public import TextCanvas
import Themes

extension Console {
    /// Runs the console on a terminal until it ends, and restores the terminal, whatever happened.
    ///
    /// The calling thread owns the terminal meanwhile and sleeps in its `wait`; call it from the main thread, outside
    /// of any task, so that no thread of the cooperative pool is blocked. Nothing else may be bound to that thread.
    /// Signals are the terminal's: one that asks the program to end arrives as `TerminalEvent.closed`.
    ///
    /// - Parameters:
    ///   - setup: what the console is made of.
    ///   - terminal: the terminal.
    /// - Returns: why it ended.
    public static func run(_ setup: ConsoleSetup, on terminal: any Terminal) -> ConsoleExit {
        let console = Console(setup, size: terminal.size, isUnicode: terminal.isUnicode)
        defer {
            terminal.restore()
            _ = console.runner.cancelAll()
        }
        return console.loop(on: terminal)
    }

    private func loop(on terminal: any Terminal) -> ConsoleExit {
        while true {
            takeMessages()
            fireTimers()
            if let exit { return exit }
            serve(terminal)
            present(on: terminal)
            for event in terminal.wait(wakeDescriptor: inbox.wakeDescriptor, milliseconds: nextWake.milliseconds) {
                handle(event)
                if let exit { return exit }
            }
        }
    }

    /// Draws one frame on a terminal.
    func present(on terminal: any Terminal) {
        let frame = frame()
        let theme = shell.theme
        let depth = terminal.depth
        terminal.present(
            frame, style: { role, surface in theme.style(role, surface: surface, depth: depth) }, cursor: frame.cursor)
    }

    /// Does what was asked of the terminal.
    func serve(_ terminal: any Terminal) {
        let asked = requests
        requests = []
        for request in asked {
            switch request {
            case .copy(let choice):
                let isCopied = terminal.copyToClipboard(choice.text)
                let size = "\(choice.text.utf8.count) bytes"
                notify(
                    isCopied
                        ? Notice(.done, "copied \(choice.label) (\(size))")
                        : Notice(.warning, "this terminal takes no copies; \(choice.label): \(choice.text)"))
            case .suspend: terminal.suspended { _ = kill(getpid(), SIGSTOP) }
            case .repaint: terminal.invalidate()
            }
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that a sleep never ends just before its time.
    fileprivate var milliseconds: Int {
        let (seconds, fraction) = components
        return Int(seconds) * 1000 + Int((fraction + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
