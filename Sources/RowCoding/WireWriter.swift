internal import FeatureModel

/// Writes the protocol-buffer wire format.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
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
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func tag(_ tag: UInt32) { varint(UInt64(tag)) }

    mutating func int32(_ value: Int32) { varint(UInt64(bitPattern: Int64(value))) }

    mutating func int64(_ value: Int64) { varint(UInt64(bitPattern: value)) }

    mutating func double(_ value: Double) { fixed(value.bitPattern.littleEndian) }

    mutating func float(_ value: Float) { fixed(value.bitPattern.littleEndian) }

    private mutating func fixed(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    mutating func delimited(_ content: [UInt8]) {
        varint(UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    mutating func delimited(_ text: String) {
        varint(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func raw(_ content: [UInt8]) { bytes.append(contentsOf: content) }

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

    static func size(of value: Timestamp) -> Int {
        (value.seconds == 0 ? 0 : 1 + size(ofVarint: UInt64(bitPattern: value.seconds)))
            + (value.nanoseconds == 0 ? 0 : 1 + size(ofVarint: UInt64(value.nanoseconds)))
    }
}
