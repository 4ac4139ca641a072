public import FeastProtos
public import FeatureModel
internal import FoundationEssentials
internal import SwiftProtobuf

extension Feast_Types_Value {
    /// The message of a value; nil becomes the message without a case, which is null.
    public init(_ value: FeatureValue?) {
        self.init()
        switch value {
        case nil: break
        case .bytes(let bytes): bytesVal = Data(bytes)
        case .string(let text): stringVal = text
        case .int32(let number): int32Val = number
        case .int64(let number): int64Val = number
        case .double(let number): doubleVal = number
        case .float(let number): floatVal = number
        case .bool(let flag): boolVal = flag
        case .bytesList(let items): bytesListVal = .with { $0.val = items.map { Data($0) } }
        case .stringList(let items): stringListVal = .with { $0.val = items }
        case .int32List(let items): int32ListVal = .with { $0.val = items }
        case .int64List(let items): int64ListVal = .with { $0.val = items }
        case .doubleList(let items): doubleListVal = .with { $0.val = items }
        case .floatList(let items): floatListVal = .with { $0.val = items }
        case .boolList(let items): boolListVal = .with { $0.val = items }
        }
    }
}
