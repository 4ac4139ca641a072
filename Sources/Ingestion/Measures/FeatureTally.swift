import FeatureModel

/// Counts what is seen of one feature.
struct FeatureTally: Sendable {
    let name: String
    private var missing = 0
    /// Nil while every row had a value: then the feature's lag is the rows' lag, which is counted once for all of them.
    private var ownLag: Distribution?
    private var values: Distribution?

    /// - Parameter isNew: false where rows were seen before that did not have this feature.
    init(_ feature: Feature, isNew: Bool, detail: MeasureDetail, capacity: Int) {
        name = feature.name
        guard detail == .values else { return }
        values = feature.type.isNumeric ? Distribution(capacity: capacity) : nil
        ownLag = isNew ? nil : Distribution(capacity: capacity)
    }

    /// Adds the value of a row, with all detail.
    ///
    /// - Parameters:
    ///   - lag: the row's; nil where its event time is not known.
    ///   - rowLag: of all rows before this one.
    mutating func add(_ value: FeatureValue?, lag: Double?, rowLag: Distribution) {
        guard let value else {
            missing += 1
            if ownLag == nil { ownLag = rowLag }
            return
        }
        if let lag { ownLag?.add(lag) }
        values?.add(value)
    }

    /// Adds the value of a row, only whether it is there.
    mutating func count(_ value: FeatureValue?) {
        if value == nil { missing += 1 }
    }

    func measures(rowLag: Distribution, detail: MeasureDetail) -> FeatureMeasures {
        let lag = detail == .values ? ownLag ?? rowLag : Distribution(capacity: rowLag.capacity)
        return FeatureMeasures(name: name, missing: missing, valueLag: lag, values: values)
    }
}

extension ValueType {
    /// True where values, or the items of a list, are numbers or booleans.
    fileprivate var isNumeric: Bool {
        switch self {
        case .int32, .int64, .double, .float, .bool, .int32List, .int64List, .doubleList, .floatList, .boolList: true
        default: false
        }
    }
}

extension Distribution {
    fileprivate mutating func add(_ value: FeatureValue) {
        switch value {
        case .int32(let number): add(Double(number))
        case .int64(let number): add(Double(number))
        case .double(let number): add(number)
        case .float(let number): add(Double(number))
        case .bool(let flag): add(flag ? 1 : 0)
        case .int32List(let numbers): for number in numbers { add(Double(number)) }
        case .int64List(let numbers): for number in numbers { add(Double(number)) }
        case .doubleList(let numbers): for number in numbers { add(number) }
        case .floatList(let numbers): for number in numbers { add(Double(number)) }
        case .boolList(let flags): for flag in flags { add(flag ? 1 : 0) }
        case .bytes, .string, .bytesList, .stringList: break
        }
    }
}
