/// A cell as it was given to ncurses.
struct DrawnCell: Hashable {
    /// What is drawn; empty for the right half of a wide glyph.
    var text: String
    var look: ColorPairs.Look
}
