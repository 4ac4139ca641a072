/// Where a cell stands in the bytes of its batch, and what it is.
struct CellSpan {
    enum Kind: UInt8 {
        /// An empty cell without quotes, or JSON's null, or an absent key.
        case null
        /// Text as it stands.
        case text
        /// Text between quotation marks with doubled ones inside.
        case quotedText
        /// A JSON string with escapes.
        case escapedText
        /// A JSON number.
        case number
        /// JSON's true or false.
        case boolean
        /// A JSON array or object.
        case tree
    }

    static let null = CellSpan(start: 0, count: 0, kind: .null)

    var start: Int32
    var count: Int32
    var kind: Kind

    init(start: Int, count: Int, kind: Kind) {
        self.start = Int32(truncatingIfNeeded: start)
        self.count = Int32(truncatingIfNeeded: count)
        self.kind = kind
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
