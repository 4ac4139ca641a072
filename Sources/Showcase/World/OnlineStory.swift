import FeatureModel
import Operations

/// What is to be told of one online value: what the store holds, and how old it is.
struct OnlineStory {
    let stored: FeatureValue?
    /// How old the row is when the world begins; nil when there is no row.
    let age: Int64?
    let hasTime: Bool

    init(_ stored: FeatureValue?, age: Int64?, hasTime: Bool = true) {
        self.stored = stored
        self.age = age
        self.hasTime = hasTime
    }

    /// The story of a feature and a key: the well-known ones of customer 100482, else one that follows from the seed.
    static func of(
        _ feature: FeatureReference, type: ValueType, key: String, maxAge: Int64?, seed: UInt64
    ) -> OnlineStory {
        let name = "\(feature.featureSet ?? ""):\(feature.feature)"
        if key == "100482", let known = known[name] { return known }
        var random = SeededRandom(seed: seed, for: "\(feature)|\(key)")
        var row = SeededRandom(seed: seed, for: "\(feature.featureSet ?? "")|\(key)")
        let limit = maxAge ?? 86_400 * 30
        switch key == "100482" && rows[feature.featureSet ?? ""] != nil ? 9 : row.below(10) {
        case 0: return OnlineStory(nil, age: nil)
        case 1: return OnlineStory(sample(type, &random), age: limit + Int64(row.below(200_000)) + 1)
        default:
            let known = key == "100482" ? rows[feature.featureSet ?? ""] : nil
            let isNull = random.below(9) == 0
            return OnlineStory(
                isNull ? nil : sample(type, &random), age: known?.age ?? Int64(row.below(Int(limit))),
                hasTime: known?.hasTime ?? true)
        }
    }

    /// The value with its state, by the serving rule.
    func value(
        _ entities: [NamedValue], _ feature: FeatureReference, _ type: ValueType, _ maxAge: Int64?, _ store: StoreName,
        asOf: Timestamp, start: Timestamp
    ) -> OnlineValue {
        let event = hasTime ? age.map { start.advanced(by: .seconds(-$0)) } : nil
        let seconds = event.map { asOf.wholeSeconds(since: $0) }
        let state: OnlineState =
            if age == nil {
                .noKey
            } else if !hasTime {
                .unknown
            } else if let maxAge, let seconds, seconds > maxAge {
                .tooOld
            } else {
                stored == nil ? .null : .present
            }
        return OnlineValue(
            entities: entities, feature: feature, type: type, value: stored, state: state, eventTimestamp: event,
            createdTimestamp: event?.advanced(by: .milliseconds(740)), ageSeconds: seconds, maxAgeSeconds: maxAge,
            served: state == .present ? stored : nil, store: store)
    }

    /// A value as part of a key.
    static func text(of value: FeatureValue?) -> String {
        switch value {
        case .int64(let number): "\(number)"
        case .int32(let number): "\(number)"
        case .string(let text): text
        default: ""
        }
    }

    private static let known: [String: OnlineStory] = [
        "card_txn:count_7d": OnlineStory(.int64(42), age: 11),
        "card_txn:sum_7d": OnlineStory(.double(1804.55), age: 11),
        "card_txn:last_mcc": OnlineStory(nil, age: 11), "device_login:devices_30d": OnlineStory(.int64(3), age: 8_040),
        "device_login:geo": OnlineStory(.string("EE"), age: 8_040),
        "merchant_daily:chargebk": OnlineStory(nil, age: nil),
        "beta_signals:score_v3": OnlineStory(nil, age: nil),
        "customer:segment": OnlineStory(.stringList(["gold", "eu"]), age: 518_400),
        "customer:name_hint": OnlineStory(.string("山田 花子 👩‍💻 \u{1b}[31mZoë\u{1b}[0m"), age: 518_400),
        "customer_kyc:risk_note": OnlineStory(.string("reviewed"), age: 0, hasTime: false),
    ]

    /// The rows of customer 100482 that other features of the same feature set share.
    private static let rows: [String: (age: Int64, hasTime: Bool)] = [
        "card_txn": (11, true), "device_login": (8_040, true), "customer": (518_400, true),
        "customer_kyc": (0, false),
    ]

    private static func sample(_ type: ValueType, _ random: inout SeededRandom) -> FeatureValue {
        switch type.element {
        case .bool: .bool(random.below(2) == 1)
        case .int32:
            type.isList ? .int32List([1, 2, Int32(random.below(90))]) : .int32(Int32(random.below(5_000)))
        case .int64:
            type.isList
                ? .int64List((0..<9).map { _ in Int64(random.below(40)) }) : .int64(Int64(random.below(90_000)))
        case .float:
            type.isList
                ? .floatList((0..<6).map { _ in Float(random.below(1_000)) / 1_000 })
                : .float(Float(random.below(1_000)) / 1_000)
        case .double: .double(Double(random.below(900_000)) / 100)
        case .bytes: .bytes((0..<12).map { _ in UInt8(random.below(256)) })
        default:
            type.isList
                ? .stringList([random.pick(["gold", "silver"]), random.pick(["eu", "us", "東京"]), "new"])
                : .string(random.pick(["EE", "DE", "ok", "Café Zoë", ""]))
        }
    }
}
