internal import FeatureModel

extension WireWriter {
    /// The size of the `feast.types.Value` message, without tag and length; null is the empty message.
    static func size(of value: FeatureValue?) -> Int {
        switch value {
        case nil: 0
        case .bytes(let bytes): 1 + size(ofDelimited: bytes.count)
        case .string(let text): 1 + size(ofDelimited: text.utf8.count)
        case .int32(let number): 1 + size(ofVarint: UInt64(bitPattern: Int64(number)))
        case .int64(let number): 1 + size(ofVarint: UInt64(bitPattern: number))
        case .double: 9
        case .float: 5
        case .bool: 2
        case .some(let list): tagSize(list.type) + size(ofDelimited: sizeOfList(list))
        }
    }

    /// List cases have numbers from 11 on: two bytes from 16 on.
    private static func tagSize(_ type: ValueType) -> Int { type.rawValue < 16 ? 1 : 2 }

    private static func sizeOfList(_ value: FeatureValue) -> Int {
        switch value {
        case .bytesList(let items): items.reduce(0) { $0 + 1 + size(ofDelimited: $1.count) }
        case .stringList(let items): items.reduce(0) { $0 + 1 + size(ofDelimited: $1.utf8.count) }
        default: packedSize(value).map { $0 == 0 ? 0 : 1 + size(ofDelimited: $0) } ?? 0
        }
    }

    /// The size of a packed list's items; nil for what is not packed.
    private static func packedSize(_ value: FeatureValue) -> Int? {
        switch value {
        case .int32List(let items): items.reduce(0) { $0 + size(ofVarint: UInt64(bitPattern: Int64($1))) }
        case .int64List(let items): items.reduce(0) { $0 + size(ofVarint: UInt64(bitPattern: $1)) }
        case .doubleList(let items): items.count * 8
        case .floatList(let items): items.count * 4
        case .boolList(let items): items.count
        default: nil
        }
    }

    /// Writes the `feast.types.Value` message, without tag and length.
    mutating func value(_ value: FeatureValue?) {
        switch value {
        case nil: break
        case .bytes(let content):
            tag(WireTag.bytes)
            delimited(content)
        case .string(let text):
            tag(WireTag.string)
            delimited(text)
        case .int32(let number):
            tag(WireTag.int32)
            int32(number)
        case .int64(let number):
            tag(WireTag.int64)
            int64(number)
        case .double(let number):
            tag(WireTag.double)
            double(number)
        case .float(let number):
            tag(WireTag.float)
            float(number)
        case .bool(let flag):
            tag(WireTag.bool)
            varint(flag ? 1 : 0)
        case .some(let list): self.list(list)
        }
    }

    private mutating func list(_ value: FeatureValue) {
        tag(UInt32(value.type.rawValue) << 3 | 2)
        varint(UInt64(Self.sizeOfList(value)))
        switch value {
        case .bytesList(let items):
            for item in items {
                tag(WireTag.itemDelimited)
                delimited(item)
            }
        case .stringList(let items):
            for item in items {
                tag(WireTag.itemDelimited)
                delimited(item)
            }
        default: packed(value)
        }
    }

    private mutating func packed(_ value: FeatureValue) {
        guard let size = Self.packedSize(value), size > 0 else { return }
        tag(WireTag.itemDelimited)
        varint(UInt64(size))
        switch value {
        case .int32List(let items): for item in items { int32(item) }
        case .int64List(let items): for item in items { int64(item) }
        case .doubleList(let items): for item in items { double(item) }
        case .floatList(let items): for item in items { float(item) }
        case .boolList(let items): for item in items { varint(item ? 1 : 0) }
        default: break
        }
    }

    /// Writes a `feast.types.Field` with its tag and length. The name is left out when empty; the value is always
    /// there, empty for null.
    mutating func field(name: String, value: FeatureValue?, tag fieldTag: UInt32) {
        let valueSize = Self.size(of: value)
        tag(fieldTag)
        varint(UInt64(Self.size(ofFieldNamed: name, valueSize: valueSize)))
        if !name.isEmpty {
            tag(WireTag.fieldName)
            delimited(name)
        }
        tag(WireTag.fieldValue)
        varint(UInt64(valueSize))
        self.value(value)
    }

    static func size(ofFieldNamed name: String, valueSize: Int) -> Int {
        (name.isEmpty ? 0 : 1 + size(ofDelimited: name.utf8.count)) + 1 + size(ofDelimited: valueSize)
    }
}
