/// What the console asks of the terminal besides drawing; done by whoever owns the terminal.
enum TerminalRequest {
    case copy(CopyChoice)
    case suspend
    case repaint
}
