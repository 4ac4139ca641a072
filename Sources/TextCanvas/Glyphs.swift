/// The drawable units of a text, in order.
///
/// Control characters come out escaped (`\x1b`, `\n`); variation selectors, zero-width spaces, byte-order marks,
/// direction marks and tags are dropped; after a joiner the next spacing scalar is dropped, and so is a skin tone after
/// a wide glyph; scalars of unknown width become U+FFFD. What is left has the same width on every terminal.
public struct Glyphs: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pushedBack: Unicode.Scalar?
    private var escape: Substring = ""

    /// Walks a text.
    public init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
    }

    /// The next glyph, or nil at the end.
    public mutating func next() -> Glyph? {
        if let character = escape.popFirst() { return Glyph(text: String(character), columns: 1) }
        while let scalar = take() {
            if let escaped = SafeText.escape(for: scalar) {
                escape = escaped[...]
                return escape.popFirst().map { Glyph(text: String($0), columns: 1) }
            }
            if SafeText.isDropped(scalar) { continue }
            guard let columns = DisplayWidth.columns(of: scalar) else { return Glyph(text: "\u{fffd}", columns: 1) }
            if columns == 0 { continue }
            return Glyph(text: withMarks(scalar, columns), columns: columns)
        }
        return nil
    }

    /// Collects the zero-width scalars that follow a base; terminals keep four at most.
    private mutating func withMarks(_ base: Unicode.Scalar, _ columns: Int) -> String {
        var text = String(base)
        var marks = 0
        while let scalar = take() {
            if scalar.value == 0x200d {
                dropJoined()
            } else if SafeText.isDropped(scalar) || (columns == 2 && isSkinTone(scalar)) {
                continue
            } else if SafeText.escape(for: scalar) == nil, DisplayWidth.columns(of: scalar) == 0 {
                if marks < 4 { text.unicodeScalars.append(scalar) }
                marks += 1
            } else {
                pushedBack = scalar
                break
            }
        }
        return text
    }

    private mutating func dropJoined() {
        while let scalar = take() {
            if SafeText.isDropped(scalar) { continue }
            let isSpacing = (DisplayWidth.columns(of: scalar) ?? 0) > 0
            if !isSpacing || SafeText.escape(for: scalar) != nil { pushedBack = scalar }
            return
        }
    }

    private func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
        (0x1f3fb...0x1f3ff).contains(scalar.value)
    }

    private mutating func take() -> Unicode.Scalar? {
        if let scalar = pushedBack {
            pushedBack = nil
            return scalar
        }
        return scalars.next()
    }
}
