import Glibc

/// Reads the protocol-buffer wire format from bytes that stay put while it reads.
///
/// Tags are compared whole (number and wire type), so a known number with a foreign wire type is skipped as unknown,
/// as Google's own libraries do.
struct WireReader {
    private static let deepestGroup = 100

    private let bytes: UnsafeRawBufferPointer
    private(set) var index: Int
    private let end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        index = 0
        end = bytes.count
    }

    private init(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        self.bytes = bytes
        index = start
        self.end = end
    }

    var isAtEnd: Bool { index == end }
    var count: Int { end - index }

    /// The bytes that are left.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[index..<end]) }

    /// A byte from here on, of those that are left.
    func peek(_ offset: Int) -> UInt8 { bytes[index + offset] }

    /// A number from here on, of the bytes that are left.
    func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
        bytes.loadUnaligned(fromByteOffset: index + offset, as: type)
    }

    /// A reader of some of the bytes that are left.
    func part(_ offset: Int, _ size: Int) -> WireReader {
        WireReader(bytes, from: index + offset, to: index + offset + size)
    }

    /// Passes over some of the bytes that are left.
    mutating func advance(_ size: Int) { index += size }

    /// The next field's tag, or nil at the end.
    mutating func tag() throws(RowDecodingError) -> UInt32? {
        guard index < end else { return nil }
        let start = index
        let raw = try varint()
        guard raw <= UInt64(UInt32.max), raw >> 3 != 0, raw & 7 <= 5 else { throw .invalidTag(offset: start) }
        return UInt32(truncatingIfNeeded: raw)
    }

    mutating func varint() throws(RowDecodingError) -> UInt64 {
        guard index < end else { throw .truncated(offset: end) }
        let first = bytes[index]
        guard first >= 0x80 else {
            index += 1
            return UInt64(first)
        }
        return try longVarint()
    }

    private mutating func longVarint() throws(RowDecodingError) -> UInt64 {
        let start = index
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 70 {
            guard index < end else { throw .truncated(offset: end) }
            let byte = bytes[index]
            index += 1
            result |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        throw .overlongNumber(offset: start)
    }

    mutating func int32() throws(RowDecodingError) -> Int32 { Int32(truncatingIfNeeded: try varint()) }

    mutating func int64() throws(RowDecodingError) -> Int64 { Int64(bitPattern: try varint()) }

    mutating func bool() throws(RowDecodingError) -> Bool { try varint() != 0 }

    mutating func double() throws(RowDecodingError) -> Double {
        Double(bitPattern: UInt64(littleEndian: try fixed(UInt64.self)))
    }

    mutating func float() throws(RowDecodingError) -> Float {
        Float(bitPattern: UInt32(littleEndian: try fixed(UInt32.self)))
    }

    private mutating func fixed<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type
    ) throws(RowDecodingError) -> Number {
        let size = MemoryLayout<Number>.size
        guard count >= size else { throw .truncated(offset: end) }
        defer { index += size }
        return bytes.loadUnaligned(fromByteOffset: index, as: type)
    }

    /// A reader of the message, text or bytes that stand here.
    mutating func lengthDelimited() throws(RowDecodingError) -> WireReader {
        let length = try varint()
        guard length <= UInt64(count) else { throw .truncated(offset: end) }
        let start = index
        index += Int(length)
        return WireReader(bytes, from: start, to: index)
    }

    mutating func byteArray() throws(RowDecodingError) -> [UInt8] {
        let reader = try lengthDelimited()
        return [UInt8](reader.rest)
    }

    mutating func text(_ field: StaticString) throws(RowDecodingError) -> String {
        let reader = try lengthDelimited()
        return try reader.wholeText(field)
    }

    /// All that is left, as text.
    func wholeText(_ field: StaticString) throws(RowDecodingError) -> String {
        if let text = shortASCII { return text }
        guard let text = String(validating: rest, as: UTF8.self) else {
            throw .invalidText(field: field.description, offset: index)
        }
        return text
    }

    /// All that is left, where it is ASCII and fits into a `String` without an allocation; most texts do, and need no
    /// further validation.
    var shortASCII: String? {
        let bytes = rest
        guard bytes.count <= 15, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: bytes.count) { text in
            UnsafeMutableRawBufferPointer(text).copyMemory(from: bytes)
            return bytes.count
        }
    }

    /// True when all that is left are these bytes.
    func equals(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard utf8.count == count else { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { other in
            guard let ours = bytes.baseAddress, let theirs = other.baseAddress else { return true }
            return memcmp(ours + index, theirs, count) == 0
        }
        return isSame ?? rest.elementsEqual(utf8)
    }

    /// Passes over the field that `tag` begins.
    mutating func skip(_ tag: UInt32) throws(RowDecodingError) { try skip(tag, depth: 0) }

    private mutating func skip(_ tag: UInt32, depth: Int) throws(RowDecodingError) {
        switch tag & 7 {
        case 0: _ = try varint()
        case 1: _ = try fixed(UInt64.self)
        case 2: _ = try lengthDelimited()
        case 3: try skipGroup(number: tag >> 3, depth: depth + 1)
        case 5: _ = try fixed(UInt32.self)
        default: throw .invalidGroup(offset: index)
        }
    }

    private mutating func skipGroup(number: UInt32, depth: Int) throws(RowDecodingError) {
        guard depth <= Self.deepestGroup else { throw .invalidGroup(offset: index) }
        while let tag = try tag() {
            if tag & 7 == 4 {
                guard tag >> 3 == number else { throw .invalidGroup(offset: index) }
                return
            }
            try skip(tag, depth: depth)
        }
        throw .truncated(offset: end)
    }
}
