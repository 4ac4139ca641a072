/// A value that is not null. Null is the absence of one: `FeatureValue?`.
///
/// A set zero, an empty string and an empty list are present (spec section 1.1).
public enum FeatureValue: Sendable, Hashable {
    case bytes([UInt8])
    case string(String)
    case int32(Int32)
    case int64(Int64)
    case double(Double)
    case float(Float)
    case bool(Bool)
    case bytesList([[UInt8]])
    case stringList([String])
    case int32List([Int32])
    case int64List([Int64])
    case doubleList([Double])
    case floatList([Float])
    case boolList([Bool])

    /// The type that the value has.
    public var type: ValueType {
        switch self {
        case .bytes: .bytes
        case .string: .string
        case .int32: .int32
        case .int64: .int64
        case .double: .double
        case .float: .float
        case .bool: .bool
        case .bytesList: .bytesList
        case .stringList: .stringList
        case .int32List: .int32List
        case .int64List: .int64List
        case .doubleList: .doubleList
        case .floatList: .floatList
        case .boolList: .boolList
        }
    }
}
