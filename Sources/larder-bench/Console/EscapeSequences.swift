/// What a program writes to a terminal besides text.
enum EscapeSequences {
    /// The text alone. A sequence that is cut off at the end is dropped.
    static func removed(from bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == 0x1b {
                index = end(ofSequenceAt: index, in: bytes)
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func end(ofSequenceAt start: Int, in bytes: ArraySlice<UInt8>) -> Int {
        let kind = start + 1
        guard kind < bytes.endIndex else { return bytes.endIndex }
        switch bytes[kind] {
        case UInt8(ascii: "["):
            let final = bytes[(kind + 1)...].firstIndex { (0x40...0x7e).contains($0) }
            return final.map { $0 + 1 } ?? bytes.endIndex
        case UInt8(ascii: "]"):
            let final = bytes[kind...].firstIndex { $0 == 0x07 || $0 == 0x5c }
            return final.map { $0 + 1 } ?? bytes.endIndex
        case UInt8(ascii: "("), UInt8(ascii: ")"): return min(kind + 2, bytes.endIndex)
        default: return kind + 1
        }
    }
}
