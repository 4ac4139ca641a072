/// Goes over JSON text (RFC 8259), byte by byte, without building anything.
struct JSONScanner {
    /// What is wrong, and where.
    struct Failure: Error {
        let message: String
        let index: Int
    }

    private static let deepest = 64

    let bytes: UnsafeRawBufferPointer
    private(set) var index: Int
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer, range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { index == end }

    mutating func skipBlanks() {
        while index < end, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[index]) { index += 1 }
    }

    /// Passes over one character of punctuation and the blanks behind it, where it stands here.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        skipBlanks()
        return true
    }

    func failure(_ message: String) -> Failure { Failure(message: message, index: index) }

    /// Passes over one value and the blanks behind it.
    mutating func value() throws(Failure) -> CellSpan { try value(depth: 0) }

    private mutating func value(depth: Int) throws(Failure) -> CellSpan {
        guard index < end else { throw failure("a value is missing") }
        let start = index
        switch bytes[index] {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "t"): return try word("true", .boolean)
        case UInt8(ascii: "f"): return try word("false", .boolean)
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
        let span = CellSpan(start: start, count: index - start, kind: .tree)
        skipBlanks()
        return span
    }

    private mutating func word(_ word: StaticString, _ kind: CellSpan.Kind) throws(Failure) -> CellSpan {
        let start = index
        let length = word.utf8CodeUnitCount
        let isThere =
            start + length <= end
            && word.withUTF8Buffer { UnsafeRawBufferPointer($0).elementsEqual(bytes[start..<start + length]) }
        guard isThere else { throw failure("expected a value") }
        index += length
        skipBlanks()
        return CellSpan(start: start, count: length, kind: kind)
    }

    private mutating func number() throws(Failure) -> CellSpan {
        let start = index
        if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let digitsStart = index
        guard digits() > 0 else { throw failure("expected a value") }
        guard bytes[digitsStart] != UInt8(ascii: "0") || index == digitsStart + 1 else {
            throw failure("a number begins with 0")
        }
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { throw failure("digits are missing behind the point") }
        }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[index]) { index += 1 }
            guard digits() > 0 else { throw failure("digits are missing in the exponent") }
        }
        let span = CellSpan(start: start, count: index - start, kind: .number)
        skipBlanks()
        return span
    }

    private mutating func digits() -> Int {
        let start = index
        while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index - start
    }

    /// Passes over a string; the span is what stands between its quotation marks.
    mutating func string() throws(Failure) -> CellSpan {
        guard index < end, bytes[index] == UInt8(ascii: "\"") else { throw failure("expected a quotation mark") }
        index += 1
        let start = index
        var kind = CellSpan.Kind.text
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let span = CellSpan(start: start, count: index - start, kind: kind)
                index += 1
                skipBlanks()
                return span
            case UInt8(ascii: "\\"):
                kind = .escapedText
                try escape()
            case 0..<0x20: throw failure("a control character stands in a string")
            default: index += 1
            }
        }
        throw failure("a string does not end")
    }

    private mutating func escape() throws(Failure) {
        guard index + 1 < end else { throw failure("a string does not end") }
        switch bytes[index + 1] {
        case UInt8(ascii: "u"):
            let first = try hexadecimal(at: index + 2)
            index += 6
            guard (0xd800...0xdfff).contains(first) else { return }
            let isPaired =
                first < 0xdc00 && index + 1 < end && bytes[index] == UInt8(ascii: "\\")
                && bytes[index + 1] == UInt8(ascii: "u")
            guard isPaired, (0xdc00...0xdfff).contains(try hexadecimal(at: index + 2)) else {
                throw failure("half of a surrogate pair stands alone")
            }
            index += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 2
        default: throw failure("there is no such escape")
        }
    }

    private func hexadecimal(at start: Int) throws(Failure) -> UInt32 {
        guard start + 4 <= end else { throw failure("a string does not end") }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            guard let digit = TextBytes.hexadecimalDigit(byte) else { throw failure("there is no such escape") }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func array(depth: Int) throws(Failure) {
        try enter(depth)
        if closes("]") { return }
        while true {
            _ = try value(depth: depth)
            if closes("]") { return }
            guard take(",") else { throw failure("expected , or ]") }
        }
    }

    private mutating func object(depth: Int) throws(Failure) {
        try enter(depth)
        if closes("}") { return }
        while true {
            _ = try string()
            guard take(":") else { throw failure("expected :") }
            _ = try value(depth: depth)
            if closes("}") { return }
            guard take(",") else { throw failure("expected , or }") }
        }
    }

    private mutating func enter(_ depth: Int) throws(Failure) {
        guard depth <= Self.deepest else { throw failure("nested more than \(Self.deepest) deep") }
        index += 1
        skipBlanks()
    }

    /// Passes over a closing bracket but not the blanks behind it, so that a tree's text ends with it.
    private mutating func closes(_ bracket: Unicode.Scalar) -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: bracket) else { return false }
        index += 1
        return true
    }
}
