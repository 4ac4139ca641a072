/// How many terminal columns text takes, by our own table rather than the locale's.
///
/// The policy never lets the picture and the terminal drift apart: text is walked scalar by scalar, as terminals do,
/// and whatever terminals disagree about is either dropped or replaced (see ``Glyphs``).
public enum DisplayWidth {
    /// The columns of one scalar: 0 for marks that join the one before, 1, or 2; nil for scalars that must not reach
    /// a terminal as they are (controls, unassigned).
    public static func columns(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value >= 0x20 && value < 0x7f { return 1 }
        let code = WidthTable.runs[run(containing: value)] & 3
        return code == 0 ? nil : Int(code) - 1
    }

    /// The columns of a text as it would be drawn, escapes included.
    public static func columns(of text: String) -> Int {
        if let plain = plainLength(text) { return plain }
        var total = 0
        for glyph in Glyphs(text) { total += glyph.columns }
        return total
    }

    /// The length of a text of printable ASCII alone, nil for any other: the fast path of all measuring.
    static func plainLength(_ text: String) -> Int? {
        var count = 0
        for byte in text.utf8 {
            guard byte >= 0x20 && byte < 0x7f else { return nil }
            count += 1
        }
        return count
    }

    private static func run(containing value: UInt32) -> Int {
        var low = 0
        var high = WidthTable.runs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if WidthTable.runs[middle] >> 2 <= value { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
