import FeatureModel

extension OutputValue {
    /// A feature's value as the contract of the command line writes it: bytes in base64, lists as arrays, null for none.
    init(_ value: FeatureValue?) {
        self =
            switch value {
            case nil: .null
            case .bytes(let bytes): .string(Base64.text(bytes))
            case .string(let text): .string(text)
            case .int32(let number): .integer(Int64(number))
            case .int64(let number): .integer(number)
            case .double(let number): .double(number)
            case .float(let number): OutputValue(float: number)
            case .bool(let flag): .bool(flag)
            case .bytesList(let items): .strings(items.map { Base64.text($0) })
            case .stringList(let items): .strings(items)
            case .int32List(let items): .list(items.map { .integer(Int64($0)) })
            case .int64List(let items): .list(items.map(OutputValue.integer))
            case .doubleList(let items): .list(items.map(OutputValue.double))
            case .floatList(let items): .list(items.map(OutputValue.init(float:)))
            case .boolList(let items): .list(items.map(OutputValue.bool))
            }
    }

    /// A float by its own shortest digits: 0.1 stays `0.1`, and does not grow the digits of a double.
    private init(float number: Float) {
        self = .double(Double(number.description) ?? Double(number))
    }
}
