import TextCanvas

/// The line that shows the stack: ` stores > redis-online > jobs`.
struct CrumbLine {
    private static let separator = " > "
    private let crumbs: [String]

    init(_ crumbs: [String]) {
        self.crumbs = crumbs
    }

    /// The crumb at a column of the line.
    func index(at column: Int) -> Int? {
        var start = 1
        for (index, crumb) in crumbs.enumerated() {
            let end = start + DisplayWidth.columns(of: crumb)
            if (start..<end).contains(column) { return index }
            start = end + Self.separator.count
        }
        return nil
    }

    /// Draws the line.
    func draw(into canvas: inout Canvas, in rect: Rect) {
        var column = rect.column + 1
        for (index, crumb) in crumbs.enumerated() {
            let isLast = index == crumbs.count - 1
            let place = Position(column: column, row: rect.row)
            column += canvas.draw(crumb, at: place, role: isLast ? .crumbActive : .crumb)
            guard !isLast else { break }
            column += canvas.draw(Self.separator, at: Position(column: column, row: rect.row), role: .faint)
        }
    }
}
