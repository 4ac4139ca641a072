internal import FeatureModel

extension WireReader {
    /// Reads a `feast.types.Value` that fills the rest.
    ///
    /// - Parameter value: what an earlier part of the same message left; the rules of merging apply: the last case
    ///   wins, and a list goes on where it had ended.
    mutating func mergeValue(into value: inout FeatureValue?) throws(RowDecodingError) {
        while let tag = try tag() {
            switch tag {
            case WireTag.bytes: value = .bytes(try byteArray())
            case WireTag.string: value = .string(try text("a string value"))
            case WireTag.int32: value = .int32(try int32())
            case WireTag.int64: value = .int64(try int64())
            case WireTag.double: value = .double(try double())
            case WireTag.float: value = .float(try float())
            case WireTag.bool: value = .bool(try bool())
            default: try mergeList(tag, into: &value)
            }
        }
    }

    /// Reads a `feast.types.Value` of a known type that fills the rest.
    ///
    /// - Returns: false where it is of another type, or holds more than one value.
    mutating func readValue(of type: ValueType, into value: inout FeatureValue?) throws(RowDecodingError) -> Bool {
        guard !type.isList else {
            try mergeValue(into: &value)
            return value?.type == type
        }
        let tag = try tag()
        switch type {
        case .bytes where tag == WireTag.bytes: value = .bytes(try byteArray())
        case .string where tag == WireTag.string: value = .string(try text("a string value"))
        case .int32 where tag == WireTag.int32: value = .int32(try int32())
        case .int64 where tag == WireTag.int64: value = .int64(try int64())
        case .double where tag == WireTag.double: value = .double(try double())
        case .float where tag == WireTag.float: value = .float(try float())
        case .bool where tag == WireTag.bool: value = .bool(try bool())
        default: return false
        }
        return isAtEnd
    }

    private mutating func mergeList(_ tag: UInt32, into value: inout FeatureValue?) throws(RowDecodingError) {
        switch tag {
        case WireTag.bytesList, WireTag.stringList:
            try mergeDelimitedList(tag, into: &value)
        case WireTag.int32List, WireTag.int64List, WireTag.boolList:
            try mergeVarintList(tag, into: &value)
        case WireTag.doubleList:
            var items: [Double] = if case .doubleList(let earlier) = value { earlier } else { [] }
            try appendItems(to: &items, single: WireTag.itemFixed64) { reader throws(RowDecodingError) in
                try reader.double()
            }
            value = .doubleList(items)
        case WireTag.floatList:
            var items: [Float] = if case .floatList(let earlier) = value { earlier } else { [] }
            try appendItems(to: &items, single: WireTag.itemFixed32) { reader throws(RowDecodingError) in
                try reader.float()
            }
            value = .floatList(items)
        default: try skip(tag)
        }
    }

    private mutating func mergeDelimitedList(_ tag: UInt32, into value: inout FeatureValue?) throws(RowDecodingError) {
        var list = try lengthDelimited()
        if tag == WireTag.bytesList {
            var items: [[UInt8]] = if case .bytesList(let earlier) = value { earlier } else { [] }
            while let tag = try list.tag() {
                if tag == WireTag.itemDelimited { items.append(try list.byteArray()) } else { try list.skip(tag) }
            }
            value = .bytesList(items)
        } else {
            var items: [String] = if case .stringList(let earlier) = value { earlier } else { [] }
            while let tag = try list.tag() {
                if tag == WireTag.itemDelimited {
                    items.append(try list.text("an item of a list of strings"))
                } else {
                    try list.skip(tag)
                }
            }
            value = .stringList(items)
        }
    }

    private mutating func mergeVarintList(_ tag: UInt32, into value: inout FeatureValue?) throws(RowDecodingError) {
        switch tag {
        case WireTag.int32List:
            var items: [Int32] = if case .int32List(let earlier) = value { earlier } else { [] }
            try appendItems(to: &items, single: WireTag.itemVarint) { reader throws(RowDecodingError) in
                try reader.int32()
            }
            value = .int32List(items)
        case WireTag.int64List:
            var items: [Int64] = if case .int64List(let earlier) = value { earlier } else { [] }
            try appendItems(to: &items, single: WireTag.itemVarint) { reader throws(RowDecodingError) in
                try reader.int64()
            }
            value = .int64List(items)
        default:
            var items: [Bool] = if case .boolList(let earlier) = value { earlier } else { [] }
            try appendItems(to: &items, single: WireTag.itemVarint) { reader throws(RowDecodingError) in
                try reader.bool()
            }
            value = .boolList(items)
        }
    }

    /// Reads a list message; its numbers stand packed, one by one (`single`), or both.
    private mutating func appendItems<Item>(
        to items: inout [Item], single: UInt32,
        read: (inout WireReader) throws(RowDecodingError) -> Item
    ) throws(RowDecodingError) {
        var list = try lengthDelimited()
        while let tag = try list.tag() {
            if tag == WireTag.itemDelimited {
                var packed = try list.lengthDelimited()
                while !packed.isAtEnd { items.append(try read(&packed)) }
            } else if tag == single {
                items.append(try read(&list))
            } else {
                try list.skip(tag)
            }
        }
    }

    /// Reads a `google.protobuf.Timestamp` that fills the rest, on top of what an earlier part of it left.
    mutating func mergeTimestamp(into parts: inout (seconds: Int64, nanos: Int32)) throws(RowDecodingError) {
        while let tag = try tag() {
            switch tag {
            case WireTag.timestampSeconds: parts.seconds = try int64()
            case WireTag.timestampNanos: parts.nanos = try int32()
            default: try skip(tag)
            }
        }
    }
}
