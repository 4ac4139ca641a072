internal import CNcurses

extension ScreenEmulator {
    /// What the letters of the line drawing set stand for.
    private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
        "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
        "a": "▒", "`": "◆", "~": "·",
    ]

    var isInRegion: Bool { cursorRow >= top && cursorRow <= bottom }

    // MARK: Writing

    mutating func write(_ scalar: Unicode.Scalar) {
        let shown = isLineDrawing ? Self.lineDrawing[scalar] ?? scalar : scalar
        let width = Int(larder_wcwidth(shown.value))
        if width == 0 {
            combine(shown)
        } else {
            lastGlyph = String(shown)
            put(lastGlyph, width: width == 2 ? 2 : 1)
        }
    }

    mutating func repeatGlyph() {
        guard let scalar = lastGlyph.unicodeScalars.first else { return }
        put(lastGlyph, width: larder_wcwidth(scalar.value) == 2 ? 2 : 1)
    }

    /// Adds a mark to the glyph before the cursor.
    private mutating func combine(_ scalar: Unicode.Scalar) {
        var column = isWrapPending ? cursorColumn : cursorColumn - 1
        if column > 0, cells[cursorRow][column].isEmpty { column -= 1 }
        guard column >= 0 else { return }
        cells[cursorRow][column].unicodeScalars.append(scalar)
    }

    private mutating func put(_ glyph: String, width: Int) {
        if isWrapPending || cursorColumn + width > columns, modes.contains(7) {
            move(column: 0)
            lineFeed()
        }
        if isInserting { insertBlanks(width) }
        let end = min(columns, cursorColumn + width)
        erase(row: cursorRow, columns: cursorColumn..<end)
        cells[cursorRow][cursorColumn] = glyph
        if width == 2, cursorColumn + 1 < columns { cells[cursorRow][cursorColumn + 1] = "" }
        isWrapPending = end == columns
        cursorColumn = min(end, columns - 1)
    }

    // MARK: Moving

    mutating func move(column: Int? = nil, row: Int? = nil) {
        cursorColumn = min(max(0, column ?? cursorColumn), columns - 1)
        cursorRow = min(max(0, row ?? cursorRow), rows - 1)
        isWrapPending = false
    }

    mutating func lineFeed() {
        if cursorRow == bottom { scroll(from: top, by: 1) } else { move(row: cursorRow + 1) }
        isWrapPending = false
    }

    mutating func reverseLineFeed() {
        if cursorRow == top { scroll(from: top, by: -1) } else { move(row: cursorRow - 1) }
    }

    mutating func setRegion(top: Int, bottom: Int) {
        let last = bottom == 0 ? rows - 1 : min(bottom, rows) - 1
        guard top < last else { return }
        self.top = max(0, top)
        self.bottom = last
        move(column: 0, row: 0)
    }

    /// Moves the lines from `first` to the end of the region up (or down, when negative); blank ones follow.
    mutating func scroll(from first: Int, by count: Int) {
        let height = bottom - first + 1
        let blank = Array(repeating: Array(repeating: " ", count: columns), count: min(abs(count), height))
        var region = Array(cells[first...bottom])
        if count > 0 {
            region = region.dropFirst(count) + blank
        } else {
            region = blank + region.dropLast(-count)
        }
        cells.replaceSubrange(first...bottom, with: region)
    }

    // MARK: Erasing

    /// Blanks cells; half of a wide glyph takes its other half along.
    mutating func erase(row: Int, columns range: Range<Int>) {
        guard !range.isEmpty else { return }
        if range.lowerBound > 0, cells[row][range.lowerBound].isEmpty { cells[row][range.lowerBound - 1] = " " }
        if range.upperBound < columns, cells[row][range.upperBound].isEmpty { cells[row][range.upperBound] = " " }
        for column in range { cells[row][column] = " " }
    }

    mutating func eraseLine(_ kind: Int) {
        switch kind {
        case 0: erase(row: cursorRow, columns: cursorColumn..<columns)
        case 1: erase(row: cursorRow, columns: 0..<(cursorColumn + 1))
        default: erase(row: cursorRow, columns: 0..<columns)
        }
    }

    mutating func eraseScreen(_ kind: Int) {
        if kind < 2 { eraseLine(kind) }
        let others =
            switch kind {
            case 0: (cursorRow + 1)..<rows
            case 1: 0..<cursorRow
            default: 0..<rows
            }
        for row in others { erase(row: row, columns: 0..<columns) }
    }

    mutating func insertBlanks(_ count: Int) {
        let number = min(count, columns - cursorColumn)
        cells[cursorRow].insert(contentsOf: Array(repeating: " ", count: number), at: cursorColumn)
        cells[cursorRow].removeLast(number)
    }

    mutating func deleteCharacters(_ count: Int) {
        let number = min(count, columns - cursorColumn)
        cells[cursorRow].removeSubrange(cursorColumn..<(cursorColumn + number))
        cells[cursorRow].append(contentsOf: Array(repeating: " ", count: number))
    }
}
