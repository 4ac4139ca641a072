package import FeatureModel

/// A key by its bytes: as exact as a real store's, where Swift's strings would take two spellings of é for one.
package struct MemoryKey: Hashable, Sendable {
    private var bytes: [UInt8] = []

    package init(_ key: EntityKey) {
        bytes.reserveCapacity(key.values.count * 10)
        for value in key.values { append(value) }
    }

    private mutating func append(_ value: FeatureValue) {
        bytes.append(UInt8(value.type.rawValue))
        switch value {
        case .bytes(let content): append(content)
        case .string(let text): append(Array(text.utf8))
        case .int32(let number): append(UInt64(bitPattern: Int64(number)))
        case .int64(let number): append(UInt64(bitPattern: number))
        case .double(let number): append(number.bitPattern)
        case .float(let number): append(UInt64(number.bitPattern))
        case .bool(let flag): bytes.append(flag ? 1 : 0)
        case .bytesList(let items): append(items.map(FeatureValue.bytes))
        case .stringList(let items): append(items.map(FeatureValue.string))
        case .int32List(let items): append(items.map(FeatureValue.int32))
        case .int64List(let items): append(items.map(FeatureValue.int64))
        case .doubleList(let items): append(items.map(FeatureValue.double))
        case .floatList(let items): append(items.map(FeatureValue.float))
        case .boolList(let items): append(items.map(FeatureValue.bool))
        }
    }

    private mutating func append(_ items: [FeatureValue]) {
        append(UInt64(items.count))
        for item in items { append(item) }
    }

    private mutating func append(_ content: [UInt8]) {
        append(UInt64(content.count))
        bytes += content
    }

    private mutating func append(_ number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

extension MemoryKey: Comparable {
    package static func < (left: MemoryKey, right: MemoryKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
