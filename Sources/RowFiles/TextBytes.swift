/// Text as bytes of UTF-8: checking it, and resolving the escapes of CSV and JSON.
enum TextBytes {
    /// The offset of the first byte that is not UTF-8; nil where all is.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index < bytes.count {
            index = skipASCII(bytes, from: index)
            guard index < bytes.count else { return nil }
            let length = sequenceLength(bytes, at: index)
            guard length > 0 else { return index }
            index += length
        }
        return nil
    }

    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard word & 0x8080_8080_8080_8080 == 0 else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the sequence of two to four bytes that begins here; 0 where there is none.
    private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        let first = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xc2...0xdf: (2, 0x80...0xbf)
            case 0xe0: (3, 0xa0...0xbf)
            case 0xed: (3, 0x80...0x9f)
            case 0xe1...0xef: (3, 0x80...0xbf)
            case 0xf0: (4, 0x90...0xbf)
            case 0xf1...0xf3: (4, 0x80...0xbf)
            case 0xf4: (4, 0x80...0x8f)
            default: (0, 0x80...0xbf)
            }
        guard length > 0, index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xc0 != 0x80 { return 0 }
        return length
    }

    /// Appends a cell's text without its escapes behind the bytes, so that the row itself stays as it was.
    static func appendUnescaped(_ cell: CellSpan, to bytes: inout [UInt8]) -> CellSpan {
        let start = bytes.count
        if cell.kind == .quotedText {
            appendWithSingleQuotes(cell.range, to: &bytes)
        } else {
            appendWithoutJSONEscapes(cell.range, to: &bytes)
        }
        return CellSpan(start: start, count: bytes.count - start, kind: .text)
    }

    private static func appendWithSingleQuotes(_ range: Range<Int>, to bytes: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            bytes.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
    }

    /// Resolves the escapes of a JSON string that was found well-formed.
    static func appendWithoutJSONEscapes(_ range: Range<Int>, to bytes: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                bytes.append(bytes[index])
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0c)
            case UInt8(ascii: "n"): bytes.append(0x0a)
            case UInt8(ascii: "r"): bytes.append(0x0d)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"):
                index += appendScalar(at: index, to: &bytes)
                continue
            default: bytes.append(bytes[index + 1])
            }
            index += 2
        }
    }

    /// - Returns: the length of the escape: one `\uXXXX`, or two of them.
    private static func appendScalar(at index: Int, to bytes: inout [UInt8]) -> Int {
        let first = hexadecimal(bytes, at: index + 2)
        var value = first
        var length = 6
        if (0xd800...0xdbff).contains(first) {
            value = 0x10000 + (first - 0xd800) << 10 + (hexadecimal(bytes, at: index + 8) - 0xdc00)
            length = 12
        }
        if let scalar = Unicode.Scalar(value) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return length
    }

    private static func hexadecimal(_ bytes: [UInt8], at index: Int) -> UInt32 {
        bytes[index..<index + 4].reduce(0) { $0 << 4 | UInt32(hexadecimalDigit($1) ?? 0) }
    }

    /// The value of a hexadecimal digit.
    static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
