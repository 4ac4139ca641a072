/// A substring to look for, in any case unless it has an upper-case letter; quick on ASCII.
struct TextNeedle {
    private let bytes: [UInt8]
    private let isSensitive: Bool

    init(_ text: String) {
        isSensitive = text.contains(where: \.isUppercase)
        bytes = Array(text.utf8)
    }

    /// The bytes of the needle.
    var length: Int { bytes.count }

    /// True when the text holds the needle.
    func isFound(in text: String) -> Bool { first(in: text, from: 0) != nil }

    /// True when the text is the needle.
    func isWhole(_ text: String) -> Bool {
        text.utf8.count == bytes.count && first(in: text, from: 0) == 0
    }

    /// The offset of the first occurrence in the UTF-8 of the text, not before an offset.
    ///
    /// Letters beyond ASCII are compared in lower case only where that keeps their length; that covers the alphabets in
    /// which names of features are written.
    func first(in text: String, from start: Int) -> Int? {
        var folded = isSensitive || text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
        if folded.utf8.count != text.utf8.count { folded = text }
        return folded.withUTF8 { first(in: $0, from: start) }
    }

    private func first(in haystack: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let last = haystack.count - bytes.count
        guard last >= start else { return nil }
        var offset = start
        while offset <= last {
            if matches(haystack, at: offset) { return offset }
            offset += 1
        }
        return nil
    }

    private func matches(_ haystack: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        for index in bytes.indices {
            let byte = haystack[offset + index]
            let isUpper = !isSensitive && byte >= 0x41 && byte <= 0x5a
            if (isUpper ? byte | 0x20 : byte) != bytes[index] { return false }
        }
        return true
    }
}
