/// Where a key acts.
public enum KeyPlace: String, Sendable, Hashable, CaseIterable {
    /// In every view.
    case everywhere
    /// Where a list has the focus.
    case lists
    /// Where a text has the focus.
    case text
    /// Where letters are typed: keys here are never plain characters.
    case forms
    /// In the views that list the action themselves.
    case view
}
