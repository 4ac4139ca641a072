public import FeatureModel

/// Makes random rows of a feature set; the same seed makes the same rows.
///
/// Keys are few, so that rows meet. Event times lie on a few instants around noon of 2013-01-01 that differ by hours
/// or by a nanosecond; created times lie on a few instants, too, and positions are all different.
public struct RowGenerator: Sendable {
    /// The feature set.
    public let featureSet: FeatureSet
    /// Where the randomness comes from.
    public var randomness: SplitMix64
    /// How many keys there are at most.
    public let keyCount: Int
    /// True when no two rows have the same event time.
    public let hasDistinctEventTimes: Bool
    private let keys: [EntityKey]
    private var made: Int64 = 0

    /// Makes a generator.
    public init(
        featureSet: FeatureSet, seed: UInt64, keyCount: Int = 12, hasDistinctEventTimes: Bool = false
    ) {
        var randomness = SplitMix64(seed: seed)
        keys = (0..<max(1, keyCount)).map { _ in
            EntityKey(featureSet.keyEntities.map { Self.keyPart($0.type, using: &randomness) })
        }
        self.featureSet = featureSet
        self.randomness = randomness
        self.keyCount = max(1, keyCount)
        self.hasDistinctEventTimes = hasDistinctEventTimes
    }

    /// The next rows.
    public mutating func rows(_ count: Int) -> [ValidatedRow] { (0..<count).map { _ in row() } }

    /// The next row.
    public mutating func row() -> ValidatedRow {
        made += 1
        let time =
            hasDistinctEventTimes
            ? Sample.noon.adding(seconds: made / 3, nanoseconds: Int32(made % 3)) : Self.instant(using: &randomness)
        return ValidatedRow(
            key: key(),
            features: featureSet.features.map { feature in
                Int.random(in: 0..<5, using: &randomness) == 0 ? nil : Self.value(feature.type, using: &randomness)
            },
            eventTimestamp: time,
            createdTimestamp: Sample.accepted.adding(nanoseconds: Int32.random(in: 0..<3, using: &randomness)),
            ingestionID: Sample.ingestionID, position: SourcePosition(partition: 0, offset: made))
    }

    /// One of the keys.
    public mutating func key() -> EntityKey { keys[Int.random(in: 0..<keys.count, using: &randomness)] }

    /// A time on, just before or just after one that rows have.
    public mutating func questionTime() -> Timestamp {
        Self.instant(using: &randomness).adding(nanoseconds: Int32.random(in: -1...1, using: &randomness))
    }

    private static func instant(using randomness: inout SplitMix64) -> Timestamp {
        Sample.noon.adding(
            seconds: Int64.random(in: 0..<6, using: &randomness) * 3600,
            nanoseconds: Int32.random(in: 0..<3, using: &randomness))
    }

    private static func keyPart(_ type: ValueType, using randomness: inout SplitMix64) -> FeatureValue {
        switch type {
        case .double: .double(Double(Int.random(in: 0..<1000, using: &randomness)) / 8)
        case .float: .float(Float(Int.random(in: 0..<1000, using: &randomness)) / 8)
        default: value(type, using: &randomness)
        }
    }

    /// A random value of a type; every bit pattern of numbers is possible.
    public static func value(_ type: ValueType, using randomness: inout SplitMix64) -> FeatureValue {
        let count = Int.random(in: 0..<4, using: &randomness)
        func several<Item>(_ item: (inout SplitMix64) -> Item) -> [Item] {
            (0..<count).map { _ in item(&randomness) }
        }
        switch type {
        case .bytes: return .bytes(bytes(using: &randomness))
        case .string: return .string(text(using: &randomness))
        case .int32: return .int32(Int32(truncatingIfNeeded: randomness.next()))
        case .int64: return .int64(Int64(bitPattern: randomness.next()))
        case .double: return .double(Double(bitPattern: randomness.next()))
        case .float: return .float(Float(bitPattern: UInt32(truncatingIfNeeded: randomness.next())))
        case .bool: return .bool(randomness.next() & 1 == 1)
        case .bytesList: return .bytesList(several { bytes(using: &$0) })
        case .stringList: return .stringList(several { text(using: &$0) })
        case .int32List: return .int32List(several { Int32(truncatingIfNeeded: $0.next()) })
        case .int64List: return .int64List(several { Int64(bitPattern: $0.next()) })
        case .doubleList: return .doubleList(several { Double(bitPattern: $0.next()) })
        case .floatList: return .floatList(several { Float(bitPattern: UInt32(truncatingIfNeeded: $0.next())) })
        case .boolList: return .boolList(several { $0.next() & 1 == 1 })
        }
    }

    private static func bytes(using randomness: inout SplitMix64) -> [UInt8] {
        (0..<Int.random(in: 0..<9, using: &randomness)).map { _ in UInt8(truncatingIfNeeded: randomness.next()) }
    }

    private static func text(using randomness: inout SplitMix64) -> String {
        let letters = ["a", "B", " ", "\0", "é", "e\u{301}", "東", "🛫", "'", "\"", "\\", ",", "\n", "0"]
        return (0..<Int.random(in: 0..<9, using: &randomness))
            .map { _ in letters[Int.random(in: 0..<letters.count, using: &randomness)] }.joined()
    }
}
