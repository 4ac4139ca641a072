public import TextCanvas

/// What the operator did, as a screen is told: never a raw key, but what the key table makes of it.
public enum ScreenInput: Sendable, Hashable {
    /// An action of the key table, by key, menu or click on a hint.
    case action(ActionID)
    /// An edit of the field with the focus; only while ``Screen/focus(_:)`` is ``ScreenFocus/typing``.
    case typed(TextEdit)
    /// The filter's or search's text as it is now; sent as it is typed, at most once per frame.
    case filterTyped(String)
    /// A column was picked to sort by; the same again turns the order round.
    case sortPicked(ColumnID)
    /// Escape, before it goes a view back: a chance to peel off filter, marks or a running load.
    case escaped
    /// A click, in the coordinates of the canvas.
    case clicked(Position)
    /// A double click, in the coordinates of the canvas.
    case doubleClicked(Position)
    /// The wheel, in rows; positive is down.
    case scrolled(Int)
}
