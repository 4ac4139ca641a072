import FeatureModel

/// Rows of every type, the same ones on every run.
struct RandomRows: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    mutating func row() -> FeatureRow {
        let fields = (0..<Int.random(in: 0...12, using: &self)).map { _ in
            let isNull = Int.random(in: 0...5, using: &self) == 0
            return Field(name: text(), value: isNull ? nil : value(of: type()))
        }
        let time = Timestamp(
            seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &self),
            nanoseconds: Bool.random(using: &self) ? 0 : Int32.random(in: 0...999_999_999, using: &self))
        return FeatureRow(
            featureSet: text(), eventTimestamp: Bool.random(using: &self) ? time : nil, fields: fields,
            ingestionID: IngestionID(text()))
    }

    mutating func type() -> ValueType { ValueType.allCases.randomElement(using: &self) ?? .bool }

    mutating func value(of type: ValueType) -> FeatureValue {
        switch type {
        case .bytes: .bytes(bytes())
        case .string: .string(text())
        case .int32: .int32(Int32(truncatingIfNeeded: integer()))
        case .int64: .int64(integer())
        case .double: .double(double())
        case .float: .float(Float(double()))
        case .bool: .bool(Bool.random(using: &self))
        case .bytesList: .bytesList(list { $0.bytes() })
        case .stringList: .stringList(list { $0.text() })
        case .int32List: .int32List(list { Int32(truncatingIfNeeded: $0.integer()) })
        case .int64List: .int64List(list { $0.integer() })
        case .doubleList: .doubleList(list { $0.double() })
        case .floatList: .floatList(list { Float($0.double()) })
        case .boolList: .boolList(list { Bool.random(using: &$0) })
        }
    }

    private mutating func list<Item>(_ item: (inout RandomRows) -> Item) -> [Item] {
        let count = Int.random(in: 0...40, using: &self)
        return (0..<count).map { _ in item(&self) }
    }

    private mutating func integer() -> Int64 {
        Int64(bitPattern: next()) >> Int64.random(in: 0...63, using: &self)
    }

    private mutating func double() -> Double {
        switch Int.random(in: 0...9, using: &self) {
        case 0: 0
        case 1: -0.0
        case 2: .infinity
        case 3: -.infinity
        default: Double(integer()) / 7
        }
    }

    private mutating func bytes() -> [UInt8] {
        (0..<Int.random(in: 0...300, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    private mutating func text() -> String {
        let letters = ["a", "Z", "_", "9", "é", "雪", "🦊", "\u{0}", "\n"]
        return (0..<Int.random(in: 0...30, using: &self)).map { _ in letters.randomElement(using: &self) ?? "" }
            .joined()
    }
}
