/// A grid of cells to draw into. A value: two canvases are equal when they would look the same.
///
/// Drawing outside of it is clipped, never an error. Text is drawn safely: control characters and anything else that
/// could steer a terminal appear escaped (`\x1b`).
public struct Canvas: Sendable, Hashable {
    /// The extent in cells.
    public private(set) var size: Size
    private var cells: [Cell]

    /// Makes an empty canvas.
    public init(size: Size) {
        self.size = size
        self.cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The cell at a position; a blank one outside of the canvas.
    public subscript(position: Position) -> Cell {
        get { contains(position) ? cells[position.row * size.columns + position.column] : .blank }
        set {
            guard contains(position) else { return }
            cells[position.row * size.columns + position.column] = newValue
        }
    }

    private func contains(_ position: Position) -> Bool {
        position.column >= 0 && position.row >= 0 && position.column < size.columns && position.row < size.rows
    }
}
