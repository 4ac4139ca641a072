import FeatureModel
import Foundation
import GRDB

/// Documents and times as the tables keep them: text that a person reading the file understands.
enum StoredText {
    /// JSON with sorted keys, so that equal values have equal text.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, json: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return try decoder.decode(type, from: Data(json.utf8))
    }

    /// RFC 3339 with nine digits after the point, so that the text sorts as the time does.
    static func time(_ time: Timestamp) -> String {
        // Times here come from a clock; one that is set outside of the years 1 to 9999 must not keep a job from ending.
        let text = max(.earliest, min(.latest, time)).description.dropLast()
        let digits = text.split(separator: ".", maxSplits: 1)
        let fraction = digits.count == 2 ? String(digits[1]) : ""
        return digits[0] + "." + fraction + String(repeating: "0", count: 9 - fraction.count) + "Z"
    }
}
