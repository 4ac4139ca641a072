import FeatureModel
import Operations

/// What stands in a dead letter: the row as it came, and what is wrong with it.
struct LetterContent {
    let group: LetterGroupPlan
    let place: Int

    private var customer: Int64 { 100_482 + Int64(place * 37 % 9_000) }

    /// What is wrong, in one sentence. What a producer sent is quoted as it came, however hostile.
    var message: String {
        switch group.reason {
        case .wrongType: "field amount expects DOUBLE, got STRING \"\(amount)\""
        case .missingEntity: "entity customer_id is \(place % 4 == 1 ? "\u{1b}[31mnull\u{1b}[0m" : "null")"
        case .badTimestamp: "event time 48213-11-02T00:00:00Z is outside of the years 1 to 9999"
        case .storeFailed: "redis-online did not answer within 2 s, after 5 attempts"
        default: "the row was refused"
        }
    }

    /// The fields of the row.
    var fields: [NamedValue] {
        switch group.reason {
        case .wrongType:
            [
                NamedValue(name: "customer_id", value: .int64(customer)),
                NamedValue(name: "amount", value: .string(amount)),
                NamedValue(name: "count_7d", value: .int64(Int64(place % 50))),
                NamedValue(name: "last_mcc", value: .string("5411")),
                NamedValue(name: "merchant", value: .string(merchant)),
            ]
        case .missingEntity:
            [
                NamedValue(name: "customer_id", value: nil), NamedValue(name: "hops_to_fraud", value: .int32(3)),
                NamedValue(name: "nearest", value: .string("\u{1b}]0;owned\u{7}\u{202e}resu")),
            ]
        case .storeFailed:
            [
                NamedValue(name: "customer_id", value: .int64(customer)),
                NamedValue(name: "chargebk", value: .double(0.25)),
                NamedValue(name: "top_merchants", value: .stringList(["東京書店", "Café Zoë", "👩‍🍳 bakery"])),
            ]
        default:
            [
                NamedValue(name: "customer_id", value: .int64(customer)),
                NamedValue(name: "postcode", value: .string("10115")),
            ]
        }
    }

    /// The record as it came, a line of JSON.
    var payload: String {
        let parts = fields.map { field in "\"\(field.name)\":\(Self.text(of: field.value))" }
        return "{\"feature_set\":\"\(group.featureSet)\"," + parts.joined(separator: ",") + "}"
    }

    private var amount: String { place % 11 == 3 ? "１２.50" : "\(12 + place % 90).\(10 + place % 89) EUR" }

    private var merchant: String { ["Bäckerei Süß", "東京書店", "Corner Shop", "O'Neill & Sons"][place % 4] }

    private static func text(of value: FeatureValue?) -> String {
        switch value {
        case nil: "null"
        case .string(let text): "\"\(text)\""
        case .int64(let number): "\(number)"
        case .int32(let number): "\(number)"
        case .double(let number): "\(number)"
        case .stringList(let list): "[" + list.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        default: "null"
        }
    }
}
