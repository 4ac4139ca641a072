/// What a terminal reports.
public enum TerminalEvent: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted (bracketed paste), as one piece; control characters are still in it.
    case paste(String)
    /// The mouse was used.
    case mouse(MouseEvent)
    /// The window has a new size.
    case resized(Size)
    /// The terminal told the colour of its background, which it had been asked for.
    case background(TerminalColor)
    /// The terminal went away (hang-up, end of input).
    case closed
}
