/// One column of one row of the screen.
public struct Cell: Sendable, Hashable {
    /// One spacing scalar and the zero-width ones that belong to it; empty for the right half of a wide glyph.
    public var text: String
    /// What the cell means; the theme decides how that looks.
    public var role: Role
    /// The role that lends its background, when that differs from the text's own (a value on the cursor's row).
    public var surface: Role?
    /// True for the right half of a wide glyph, which is never drawn by itself.
    public var isContinuation: Bool

    /// Makes a cell.
    public init(text: String = " ", role: Role = .text, surface: Role? = nil, isContinuation: Bool = false) {
        self.text = text
        self.role = role
        self.surface = surface
        self.isContinuation = isContinuation
    }

    /// An empty cell on the base background.
    public static let blank = Cell()
}
