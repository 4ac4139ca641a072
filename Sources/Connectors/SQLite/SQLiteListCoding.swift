import FeatureModel

/// Lists as blobs: the items one after the other, in order, little-endian.
///
/// Numbers have their width (4 or 8 bytes, floating-point ones as their bits), booleans one byte, bytes and strings a
/// length of 4 bytes before them. An empty list is an empty blob.
enum SQLiteListCoding {
    /// Encodes a list; nil for a value that is none.
    static func encode(_ value: FeatureValue) -> [UInt8]? {
        switch value {
        case .bytesList(let items): encode(items)
        case .stringList(let items): encode(items.map { Array($0.utf8) })
        case .int32List(let items): encode(items) { UInt32(bitPattern: $0) }
        case .int64List(let items): encode(items) { UInt64(bitPattern: $0) }
        case .doubleList(let items): encode(items, \.bitPattern)
        case .floatList(let items): encode(items, \.bitPattern)
        case .boolList(let items): items.map { $0 ? 1 : 0 }
        default: nil
        }
    }

    /// Decodes a list of a type; nil where the bytes are none.
    static func decode(_ type: ValueType, from bytes: UnsafeRawBufferPointer) -> FeatureValue? {
        switch type {
        case .bytesList: byteItems(bytes).map { .bytesList($0.map { [UInt8]($0) }) }
        case .stringList: strings(bytes).map { .stringList($0) }
        case .int32List: numbers(bytes, of: UInt32.self).map { .int32List($0.map(Int32.init(bitPattern:))) }
        case .int64List: numbers(bytes, of: UInt64.self).map { .int64List($0.map(Int64.init(bitPattern:))) }
        case .doubleList: numbers(bytes, of: UInt64.self).map { .doubleList($0.map(Double.init(bitPattern:))) }
        case .floatList: numbers(bytes, of: UInt32.self).map { .floatList($0.map(Float.init(bitPattern:))) }
        case .boolList: bytes.allSatisfy { $0 < 2 } ? .boolList(bytes.map { $0 == 1 }) : nil
        default: nil
        }
    }

    /// The bytes of a number.
    static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
    }

    private static func encode<Item, Bits: FixedWidthInteger>(_ items: [Item], _ bits: (Item) -> Bits) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(items.count * MemoryLayout<Bits>.size)
        for item in items {
            withUnsafeBytes(of: bits(item).littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    private static func encode(_ items: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            bytes += Self.bytes(of: UInt32(truncatingIfNeeded: item.count)) + item
        }
        return bytes
    }

    private static func numbers<Bits: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, of type: Bits.Type
    ) -> [Bits]? {
        let width = MemoryLayout<Bits>.size
        guard bytes.count.isMultiple(of: width) else { return nil }
        return stride(from: 0, to: bytes.count, by: width).map { offset in
            Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Bits.self))
        }
    }

    private static func byteItems(_ bytes: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>]? {
        var items: [Slice<UnsafeRawBufferPointer>] = []
        var index = 0
        while index < bytes.count {
            guard index + 4 <= bytes.count else { return nil }
            let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
            index += 4
            guard index + count <= bytes.count else { return nil }
            items.append(bytes[index..<index + count])
            index += count
        }
        return items
    }

    private static func strings(_ bytes: UnsafeRawBufferPointer) -> [String]? {
        guard let items = byteItems(bytes) else { return nil }
        let strings = items.compactMap { String(validating: $0, as: UTF8.self) }
        return strings.count == items.count ? strings : nil
    }
}
