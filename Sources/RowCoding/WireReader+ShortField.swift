internal import FeatureModel

extension WireReader {
    /// Where everything stands in a field without a name whose value is one scalar and that takes less than 128 bytes:
    /// field tag, length, value tag, length, type tag, content.
    private enum ShortField {
        static let header = 5
    }

    /// Reads such a field in one go, which most fields of most stored rows are.
    ///
    /// - Parameter value: memory without a value, which gets one.
    /// - Returns: false, with nothing read or made, for any other field and for whatever is wrong with it; then the slower way
    ///   says what it is.
    mutating func readShortField(of type: ValueType, into value: UnsafeMutablePointer<FeatureValue?>) -> Bool {
        guard count >= ShortField.header, peek(0) == UInt8(WireTag.rowFields), peek(2) == UInt8(WireTag.fieldValue)
        else { return false }
        let (length, valueLength) = (Int(peek(1)), Int(peek(3)))
        guard length < 0x80, length + 2 <= count, valueLength == length - 2, valueLength > 0 else { return false }
        let size = valueLength - 1
        guard readShortScalar(type, tag: peek(4), size: size, into: value) else { return false }
        advance(ShortField.header + size)
        return true
    }

    private func readShortScalar(
        _ type: ValueType, tag: UInt8, size: Int, into value: UnsafeMutablePointer<FeatureValue?>
    ) -> Bool {
        let start = ShortField.header
        switch type {
        case .double where tag == UInt8(WireTag.double) && size == 8:
            value.initialize(to: .double(Double(bitPattern: UInt64(littleEndian: load(start, as: UInt64.self)))))
        case .float where tag == UInt8(WireTag.float) && size == 4:
            value.initialize(to: .float(Float(bitPattern: UInt32(littleEndian: load(start, as: UInt32.self)))))
        case .int64 where tag == UInt8(WireTag.int64):
            guard let number = shortVarint(start, size) else { return false }
            value.initialize(to: .int64(Int64(bitPattern: number)))
        case .int32 where tag == UInt8(WireTag.int32):
            guard let number = shortVarint(start, size) else { return false }
            value.initialize(to: .int32(Int32(truncatingIfNeeded: number)))
        case .bool where tag == UInt8(WireTag.bool):
            guard let number = shortVarint(start, size) else { return false }
            value.initialize(to: .bool(number != 0))
        case .string where tag == UInt8(WireTag.string) && size > 0 && Int(peek(start)) == size - 1:
            guard let text = part(start + 1, size - 1).shortASCII else { return false }
            value.initialize(to: .string(text))
        default: return false
        }
        return true
    }

    /// A number of up to nine bytes that fills its place.
    private func shortVarint(_ start: Int, _ size: Int) -> UInt64? {
        guard (1...9).contains(size) else { return nil }
        var result: UInt64 = 0
        for index in 0..<size {
            let byte = peek(start + index)
            guard (byte >= 0x80) == (index < size - 1) else { return nil }
            result |= UInt64(byte & 0x7f) << (7 * UInt64(index))
        }
        return result
    }
}
