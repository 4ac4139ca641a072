/// The type of an entity or feature. Raw values are the numbers of `feast.types.ValueType.Enum` (spec section 1.1).
public enum ValueType: Int, Sendable, Hashable, Codable, CaseIterable {
    case bytes = 1
    case string = 2
    case int32 = 3
    case int64 = 4
    case double = 5
    case float = 6
    case bool = 7
    case bytesList = 11
    case stringList = 12
    case int32List = 13
    case int64List = 14
    case doubleList = 15
    case floatList = 16
    case boolList = 17

    /// Feast's name of the type, such as `INT64` or `STRING_LIST`.
    public var name: String {
        switch self {
        case .bytes: "BYTES"
        case .string: "STRING"
        case .int32: "INT32"
        case .int64: "INT64"
        case .double: "DOUBLE"
        case .float: "FLOAT"
        case .bool: "BOOL"
        case .bytesList: "BYTES_LIST"
        case .stringList: "STRING_LIST"
        case .int32List: "INT32_LIST"
        case .int64List: "INT64_LIST"
        case .doubleList: "DOUBLE_LIST"
        case .floatList: "FLOAT_LIST"
        case .boolList: "BOOL_LIST"
        }
    }

    /// Finds a type by Feast's exact name.
    public init?(name: some StringProtocol) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }

    /// True for the list types.
    public var isList: Bool { rawValue > 10 }

    /// The type of a list's items, or the type itself.
    public var element: ValueType { isList ? (ValueType(rawValue: rawValue - 10) ?? self) : self }
}
