/// What the keys go to in a view; decides which rows of the key table act.
public enum ScreenFocus: Sendable, Hashable {
    /// Nothing in particular: the screen's own keys and those of everywhere.
    case plain
    /// A list, with what the shell needs to know of it for prompts and menus.
    case list(ListSurface)
    /// A text that can be scrolled and searched; the present search.
    case text(search: String)
    /// A field: letters type.
    case typing
}
