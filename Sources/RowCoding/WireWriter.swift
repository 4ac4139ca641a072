internal import FeatureModel

/// Writes the protocol-buffer wire format into memory that was measured before: whoever writes knows the size.
struct WireWriter {
    private var next: UnsafeMutableRawPointer
    private let end: UnsafeMutableRawPointer

    /// Begins at the start of some memory.
    private init(_ memory: UnsafeMutableRawBufferPointer, at start: UnsafeMutableRawPointer) {
        next = start
        end = start + memory.count
    }

    /// Fills memory, all of it.
    static func fill(_ memory: UnsafeMutableRawBufferPointer, _ body: (inout WireWriter) -> Void) {
        guard let start = memory.baseAddress else { return }
        var writer = WireWriter(memory, at: start)
        body(&writer)
        precondition(writer.next == writer.end, "a message has another size than was measured")
    }

    /// The bytes of a message of a known size.
    static func bytes(count: Int, _ body: (inout WireWriter) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            fill(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]), body)
            filled = count
        }
    }

    static func size(ofVarint value: UInt64) -> Int {
        // One byte per started seven bits; zero takes one byte.
        (63 - (value | 1).leadingZeroBitCount) / 7 + 1
    }

    /// The size of a length and what it measures.
    static func size(ofDelimited count: Int) -> Int { size(ofVarint: UInt64(count)) + count }

    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        byte(UInt8(truncatingIfNeeded: rest))
    }

    mutating func tag(_ tag: UInt32) { varint(UInt64(tag)) }

    mutating func int32(_ value: Int32) { varint(UInt64(bitPattern: Int64(value))) }

    mutating func int64(_ value: Int64) { varint(UInt64(bitPattern: value)) }

    mutating func double(_ value: Double) { fixed(value.bitPattern.littleEndian) }

    mutating func float(_ value: Float) { fixed(value.bitPattern.littleEndian) }

    private mutating func fixed<Number: FixedWidthInteger & BitwiseCopyable>(_ value: Number) {
        let size = MemoryLayout<Number>.size
        checkRoom(size)
        next.storeBytes(of: value, as: Number.self)
        next += size
    }

    mutating func delimited(_ content: [UInt8]) {
        varint(UInt64(content.count))
        raw(content)
    }

    mutating func delimited(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            varint(UInt64(utf8.count))
            copy(UnsafeRawBufferPointer(utf8))
        }
    }

    mutating func raw(_ content: [UInt8]) {
        content.withUnsafeBytes { copy($0) }
    }

    private mutating func byte(_ value: UInt8) {
        checkRoom(1)
        next.storeBytes(of: value, as: UInt8.self)
        next += 1
    }

    private mutating func copy(_ content: UnsafeRawBufferPointer) {
        guard let start = content.baseAddress, !content.isEmpty else { return }
        checkRoom(content.count)
        next.copyMemory(from: start, byteCount: content.count)
        next += content.count
    }

    /// A size that was measured too small must not overwrite what lies behind.
    private func checkRoom(_ count: Int) {
        precondition(end - next >= count, "a message is larger than was measured")
    }

    /// A text field with its tag, left out when empty.
    mutating func text(_ text: String, tag: UInt32) {
        guard !text.isEmpty else { return }
        self.tag(tag)
        delimited(text)
    }

    /// The size of what ``text(_:tag:)`` writes; the tag has one byte.
    static func size(ofText text: String) -> Int { text.isEmpty ? 0 : 1 + size(ofDelimited: text.utf8.count) }

    /// A `google.protobuf.Timestamp` field; the epoch is written as an empty message, not left out.
    mutating func timestamp(_ value: Timestamp, tag: UInt32) {
        self.tag(tag)
        varint(UInt64(Self.size(of: value)))
        if value.seconds != 0 {
            self.tag(WireTag.timestampSeconds)
            int64(value.seconds)
        }
        if value.nanoseconds != 0 {
            self.tag(WireTag.timestampNanos)
            int32(value.nanoseconds)
        }
    }

    /// The size of a `google.protobuf.Timestamp`, without tag and length.
    static func size(of value: Timestamp) -> Int {
        (value.seconds == 0 ? 0 : 1 + size(ofVarint: UInt64(bitPattern: value.seconds)))
            + (value.nanoseconds == 0 ? 0 : 1 + size(ofVarint: UInt64(value.nanoseconds)))
    }
}
