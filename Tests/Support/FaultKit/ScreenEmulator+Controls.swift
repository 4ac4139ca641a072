internal import CNcurses

extension ScreenEmulator {
    mutating func perform(_ control: ControlParser.Control) {
        switch control {
        case .glyph(let scalar): write(scalar)
        case .control(let byte): performControl(byte)
        case .escape(let byte): performEscape(byte)
        case .designation(let kind, let set):
            if kind == UInt8(ascii: "(") { isLineDrawing = set == UInt8(ascii: "0") }
        case .systemCommand(let bytes): systemCommands.append(String(decoding: bytes, as: UTF8.self))
        case .sequence(let marker, let parameters, let final):
            performSequence(Parameters(marker: marker, values: parameters), final: Character(Unicode.Scalar(final)))
        }
    }

    private mutating func performControl(_ byte: UInt8) {
        switch byte {
        case 0x08: move(column: cursorColumn - (isWrapPending ? 0 : 1))
        case 0x09: move(column: tabStops.filter { $0 > cursorColumn }.min() ?? columns - 1)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: move(column: 0)
        case 0x0E: isLineDrawing = true
        case 0x0F: isLineDrawing = false
        default: break
        }
    }

    private mutating func performEscape(_ byte: UInt8) {
        switch Character(Unicode.Scalar(byte)) {
        case "7": saved = SavedCursor(column: cursorColumn, row: cursorRow, isLineDrawing: isLineDrawing)
        case "8": restoreCursor()
        case "D": lineFeed()
        case "E":
            move(column: 0)
            lineFeed()
        case "H": tabStops.insert(cursorColumn)
        case "M": reverseLineFeed()
        case "c": self = ScreenEmulator(columns: columns, rows: rows)
        default: break
        }
    }

    // MARK: Sequences

    /// The numbers of a sequence.
    struct Parameters {
        var marker: UInt8
        var values: [Int?]

        /// A count or a place: 1 when left out or 0.
        func count(_ index: Int = 0) -> Int { max(1, value(index)) }

        /// A number: 0 when left out.
        func value(_ index: Int = 0) -> Int { index < values.count ? values[index] ?? 0 : 0 }
    }

    private mutating func performSequence(_ parameters: Parameters, final: Character) {
        switch final {
        case "h", "l": switchModes(parameters, isOn: final == "h")
        case _ where parameters.marker != 0: break
        case "J", "K", "X", "@", "P", "L", "M", "S", "T": edit(parameters, final: final)
        case "r": setRegion(top: parameters.count(0) - 1, bottom: parameters.value(1))
        case "b": for _ in 0..<parameters.count() { repeatGlyph() }
        case "g": clearTabStops(parameters.value())
        case "s": saved = SavedCursor(column: cursorColumn, row: cursorRow, isLineDrawing: isLineDrawing)
        case "u": restoreCursor()
        case "m": switchFont(parameters)
        default: moveCursor(parameters, final: final)
        }
    }

    private mutating func moveCursor(_ parameters: Parameters, final: Character) {
        let count = parameters.count()
        switch final {
        case "A": move(row: max(cursorRow >= top ? top : 0, cursorRow - count))
        case "B", "e": move(row: min(cursorRow <= bottom ? bottom : rows - 1, cursorRow + count))
        case "C", "a": move(column: cursorColumn + count)
        case "D": move(column: cursorColumn - count)
        case "E": move(column: 0, row: cursorRow + count)
        case "F": move(column: 0, row: cursorRow - count)
        case "G", "`": move(column: count - 1)
        case "d": move(row: count - 1)
        case "H", "f": move(column: parameters.count(1) - 1, row: count - 1)
        case "I": for _ in 0..<count { performControl(0x09) }
        case "Z":
            for _ in 0..<count { move(column: tabStops.filter { $0 < cursorColumn }.max() ?? 0) }
        default: break
        }
    }

    private mutating func edit(_ parameters: Parameters, final: Character) {
        let count = parameters.count()
        isWrapPending = false
        switch final {
        case "J": eraseScreen(parameters.value())
        case "K": eraseLine(parameters.value())
        case "X": erase(row: cursorRow, columns: cursorColumn..<min(columns, cursorColumn + count))
        case "@": insertBlanks(count)
        case "P": deleteCharacters(count)
        case "L": if isInRegion { scroll(from: cursorRow, by: -count) }
        case "M": if isInRegion { scroll(from: cursorRow, by: count) }
        case "S": scroll(from: top, by: count)
        case "T": scroll(from: top, by: -count)
        default: break
        }
    }

    /// The Linux console switches to line drawing by font: 11 on, 10 off.
    private mutating func switchFont(_ parameters: Parameters) {
        for value in parameters.values {
            if value == 10 { isLineDrawing = false }
            if value == 11 { isLineDrawing = true }
        }
    }

    private mutating func clearTabStops(_ kind: Int) {
        if kind == 3 { tabStops = [] } else { tabStops.remove(cursorColumn) }
    }

    private mutating func switchModes(_ parameters: Parameters, isOn: Bool) {
        for case let mode? in parameters.values {
            guard parameters.marker == UInt8(ascii: "?") else {
                if mode == 4 { isInserting = isOn }
                continue
            }
            if isOn { modes.insert(mode) } else { modes.remove(mode) }
            switch mode {
            case 25: isCursorVisible = isOn
            case 47, 1047, 1049: switchScreen(toAlternate: isOn)
            default: break
            }
        }
    }

    private mutating func switchScreen(toAlternate: Bool) {
        guard toAlternate != isAlternate else { return }
        isAlternate = toAlternate
        if toAlternate {
            mainScreen = cells
            mainCursor = SavedCursor(column: cursorColumn, row: cursorRow, isLineDrawing: isLineDrawing)
            eraseScreen(2)
        } else {
            cells = mainScreen
            move(column: mainCursor.column, row: mainCursor.row)
        }
    }

    private mutating func restoreCursor() {
        move(column: saved.column, row: saved.row)
        isLineDrawing = saved.isLineDrawing
    }
}
