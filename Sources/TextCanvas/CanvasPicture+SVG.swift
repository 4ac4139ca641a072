extension CanvasPicture {
    // Lengths are counted in tenths of a pixel, so that no rounding of fractions gets into the bytes.
    static let cellWidth = 84
    static let cellHeight = 180
    static let margin = 80
    private static let baseline = 135

    func background(of run: Run, _ row: Int) -> String? {
        let color = colors(of: run.style).background
        guard color != palette.background else { return nil }
        return "<rect \(Self.place(run.column, row)) \(Self.extent(run.width)) fill=\"\(color.hexadecimal)\"/>"
    }

    func glyphs(of run: Run, _ row: Int) -> String? {
        let isBlank = run.text.allSatisfy { $0 == " " }
        if isBlank && !run.style.attributes.contains(.underline) { return nil }
        let x = Self.decimal(run.column * Self.cellWidth + Self.margin)
        let y = Self.decimal(row * Self.cellHeight + Self.margin + Self.baseline)
        let length = Self.decimal(run.width * Self.cellWidth)
        let fill = colors(of: run.style).foreground.hexadecimal
        return "<text x=\"\(x)\" y=\"\(y)\" fill=\"\(fill)\"\(Self.attributes(of: run.style)) textLength=\"\(length)\" "
            + "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">\(Self.escaped(run.text))</text>"
    }

    func outline(at cursor: Position) -> String {
        let color = palette.foreground.hexadecimal
        return "<rect \(Self.place(cursor.column, cursor.row)) \(Self.extent(1)) fill=\"none\" stroke=\"\(color)\"/>"
    }

    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }

    static func decimal(_ tenths: Int) -> String {
        tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func place(_ column: Int, _ row: Int) -> String {
        "x=\"\(decimal(column * cellWidth + margin))\" y=\"\(decimal(row * cellHeight + margin))\""
    }

    private static func extent(_ width: Int) -> String {
        "width=\"\(decimal(width * cellWidth))\" height=\"\(decimal(cellHeight))\""
    }

    private func colors(of style: TextStyle) -> (foreground: PicturePalette.Color, background: PicturePalette.Color) {
        let foreground = palette.resolved(style.foreground, isBackground: false)
        let background = palette.resolved(style.background, isBackground: true)
        return style.attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
    }

    private static func attributes(of style: TextStyle) -> String {
        let known: [(Attributes, String)] = [
            (.bold, " font-weight=\"bold\""), (.italic, " font-style=\"italic\""),
            (.underline, " text-decoration=\"underline\""), (.dim, " opacity=\"0.6\""),
        ]
        return known.filter { style.attributes.contains($0.0) }.map(\.1).joined()
    }
}
