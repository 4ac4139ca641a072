/// Cuts and pads text to a number of terminal columns.
public enum TextFitting {
    /// Cuts the end off a text that is too wide, with a mark for what is missing.
    ///
    /// - Parameters:
    ///   - text: the text, of any width.
    ///   - columns: the columns there are.
    ///   - mark: what stands for the missing part, see ``GlyphSet/ellipsis``.
    public static func truncated(_ text: String, to columns: Int, mark: String) -> String {
        guard DisplayWidth.columns(of: text) > columns else { return text }
        let kept = columns - DisplayWidth.columns(of: mark)
        guard kept > 0 else { return prefix(of: text, columns: columns) }
        return prefix(of: text, columns: kept) + mark
    }

    /// Cuts the middle out of a text that is too wide: names of one project share their beginnings, so both ends tell
    /// something (`risk/very…_signals`).
    public static func truncatedInMiddle(_ text: String, to columns: Int, mark: String) -> String {
        guard DisplayWidth.columns(of: text) > columns else { return text }
        let kept = columns - DisplayWidth.columns(of: mark)
        guard kept > 1 else { return truncated(text, to: columns, mark: mark) }
        let tail = kept / 2
        return prefix(of: text, columns: kept - tail) + mark + suffix(of: text, columns: tail)
    }

    /// The text made exactly `columns` wide: cut at the end or padded with spaces.
    public static func fitted(_ text: String, to columns: Int, _ alignment: Alignment = .left, mark: String) -> String {
        let cut = truncated(text, to: columns, mark: mark)
        let missing = max(0, columns - DisplayWidth.columns(of: cut))
        let padding = String(repeating: " ", count: missing)
        switch alignment {
        case .left: return cut + padding
        case .right: return padding + cut
        }
    }

    /// The widest beginning of a text that takes no more than `columns`.
    public static func prefix(of text: String, columns: Int) -> String {
        var left = columns
        var result = ""
        for glyph in Glyphs(text) {
            left -= glyph.columns
            if left < 0 { break }
            result += glyph.text
        }
        return result
    }

    /// The text without its first `columns` columns; half of a wide glyph becomes a space.
    public static func dropping(columns: Int, from text: String) -> String {
        var left = columns
        var result = ""
        for glyph in Glyphs(text) {
            if left <= 0 {
                result += glyph.text
            } else {
                left -= glyph.columns
                if left < 0 { result += " " }
            }
        }
        return result
    }

    /// Breaks a text into lines of at most `columns`, at spaces where there are any; line feeds begin a new line.
    public static func wrapped(_ text: String, to columns: Int) -> [String] {
        let width = max(1, columns)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedLine($0, to: width) }
    }

    private static func wrappedLine(_ line: Substring, to columns: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            var rest = current.isEmpty && lines.isEmpty ? String(word) : (current.isEmpty ? "" : current + " ") + word
            if DisplayWidth.columns(of: rest) > columns && !current.isEmpty {
                lines.append(current)
                rest = String(word)
            }
            while DisplayWidth.columns(of: rest) > columns {
                let head = prefix(of: rest, columns: columns)
                guard !head.isEmpty else { break }
                lines.append(head)
                rest = dropping(columns: DisplayWidth.columns(of: head), from: rest)
            }
            current = rest
        }
        return lines + [current]
    }

    private static func suffix(of text: String, columns: Int) -> String {
        var left = columns
        var glyphs: [String] = []
        for glyph in Array(Glyphs(text)).reversed() {
            left -= glyph.columns
            if left < 0 { break }
            glyphs.append(glyph.text)
        }
        return glyphs.reversed().joined()
    }
}
