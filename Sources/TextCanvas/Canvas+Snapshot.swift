extension Canvas {
    /// The characters as lines of text, spaces at the ends of lines removed; every line ends with a line feed.
    public var textSnapshot: String {
        (0..<size.rows).map { Self.trimmed(row($0).map(\.text).joined()) + "\n" }.joined()
    }

    /// What every cell means, as lines of the letters of ``Role/letter``, then a line for every run of cells that
    /// borrows its background (`surface cursor row 3 columns 0-79`). Golden files keep it below the text, so that a
    /// wrong colour fails a test too.
    public var roleSnapshot: String {
        let letters = (0..<size.rows).map { Self.trimmed(Self.letters(of: row($0))) + "\n" }.joined()
        return letters + (0..<size.rows).flatMap(surfaceLines).joined()
    }

    private static func letters(of row: ArraySlice<Cell>) -> String {
        String(row.map { $0.text == " " && $0.role == .text ? " " : $0.role.letter })
    }

    private func surfaceLines(ofRow number: Int) -> [String] {
        var lines: [String] = []
        var start = 0
        let cells = Array(row(number))
        while start < cells.count {
            var end = start + 1
            while end < cells.count && cells[end].surface == cells[start].surface { end += 1 }
            if let surface = cells[start].surface {
                lines.append("surface \(surface.rawValue) row \(number) columns \(start)-\(end - 1)\n")
            }
            start = end
        }
        return lines
    }

    private static func trimmed(_ line: String) -> String {
        guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...last])
    }
}
