public import FeastProtos
public import FeatureModel

extension FeatureValue {
    /// The value of a message; nil where the message is null.
    public init?(_ message: Feast_Types_Value) {
        switch message.val {
        case nil: return nil
        case .bytesVal(let bytes): self = .bytes([UInt8](bytes))
        case .stringVal(let text): self = .string(text)
        case .int32Val(let number): self = .int32(number)
        case .int64Val(let number): self = .int64(number)
        case .doubleVal(let number): self = .double(number)
        case .floatVal(let number): self = .float(number)
        case .boolVal(let flag): self = .bool(flag)
        case .bytesListVal(let list): self = .bytesList(list.val.map { [UInt8]($0) })
        case .stringListVal(let list): self = .stringList(list.val)
        case .int32ListVal(let list): self = .int32List(list.val)
        case .int64ListVal(let list): self = .int64List(list.val)
        case .doubleListVal(let list): self = .doubleList(list.val)
        case .floatListVal(let list): self = .floatList(list.val)
        case .boolListVal(let list): self = .boolList(list.val)
        }
    }
}
