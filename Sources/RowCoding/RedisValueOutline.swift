internal import FeatureModel

/// A stored value at first sight: how its fields are named, how many there are, and its time.
struct RedisValueOutline {
    enum Layout {
        /// No feature set and no names: the first encoding.
        case nameless
        /// No feature set, all fields named: the second encoding.
        case hashed
        /// A whole row with its feature set: before there were encodings.
        case plain
        /// Neither.
        case mixed
    }

    private(set) var fieldCount = 0
    private(set) var layout = Layout.nameless
    private(set) var eventTimestamp = Timestamp.zero

    init(_ bytes: UnsafeRawBufferPointer) throws(RowDecodingError) {
        var reader = WireReader(bytes)
        var namedCount = 0
        var hasFeatureSet = false
        var time: (seconds: Int64, nanos: Int32) = (0, 0)
        while let tag = try reader.tag() {
            switch tag {
            case WireTag.rowFields:
                var field = try reader.lengthDelimited()
                fieldCount += 1
                if try field.fieldName() != nil { namedCount += 1 }
            case WireTag.rowEventTimestamp:
                var timestamp = try reader.lengthDelimited()
                try timestamp.mergeTimestamp(into: &time)
            case WireTag.rowFeatureSet:
                hasFeatureSet = try !reader.lengthDelimited().isAtEnd
            default: try reader.skip(tag)
            }
        }
        eventTimestamp = Timestamp(seconds: time.seconds, nanoseconds: time.nanos)
        layout = Self.layout(hasFeatureSet: hasFeatureSet, namedCount: namedCount, fieldCount: fieldCount)
    }

    private static func layout(hasFeatureSet: Bool, namedCount: Int, fieldCount: Int) -> Layout {
        if hasFeatureSet { return .plain }
        if namedCount == 0 { return .nameless }
        return namedCount == fieldCount ? .hashed : .mixed
    }
}
