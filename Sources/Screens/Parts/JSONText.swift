import FeatureModel

/// A JSON document, for copying: keys in the order given, one line.
indirect enum JSONText: Sendable {
    case null
    case text(String)
    case number(String)
    case bool(Bool)
    case list([JSONText])
    case object([(key: String, value: JSONText)])

    /// Text, or null.
    static func optional(_ text: String?) -> JSONText { text.map(JSONText.text) ?? .null }

    /// A whole number: beyond 2^53 as text, so that no reader rounds it.
    static func integer(_ number: Int64?) -> JSONText {
        guard let number else { return .null }
        return number.magnitude > 1 << 53 ? .text("\(number)") : .number("\(number)")
    }

    /// A value of a feature; bytes in base64, numbers that JSON does not know by name.
    static func value(_ value: FeatureValue?) -> JSONText {
        switch value {
        case nil: .null
        case .bytes(let bytes): .text(Base64.text(bytes))
        case .string(let text): .text(text)
        case .int32(let number): .integer(Int64(number))
        case .int64(let number): .integer(number)
        case .double(let number): floating(number)
        case .float(let number): floating(number)
        case .bool(let flag): .bool(flag)
        case .bytesList(let items): .list(items.map { .text(Base64.text($0)) })
        case .stringList(let items): .list(items.map { .text($0) })
        case .int32List(let items): .list(items.map { .integer(Int64($0)) })
        case .int64List(let items): .list(items.map { .integer($0) })
        case .doubleList(let items): .list(items.map { floating($0) })
        case .floatList(let items): .list(items.map { floating($0) })
        case .boolList(let items): .list(items.map { .bool($0) })
        }
    }

    /// The document.
    var line: String {
        switch self {
        case .null: "null"
        case .text(let text): Self.quoted(text)
        case .number(let digits): digits
        case .bool(let flag): flag ? "true" : "false"
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .object(let fields):
            "{" + fields.map { "\(Self.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
        }
    }

    private static func floating(_ number: some BinaryFloatingPoint & CustomStringConvertible) -> JSONText {
        if number.isNaN { return .text("NaN") }
        if number.isInfinite { return .text(number.sign == .minus ? "-Infinity" : "Infinity") }
        return .number(number.description)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result += escaped(scalar)
            }
        }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let value = scalar.value
        guard value < 0x20 || (0x7f...0x9f).contains(value) || (0x2028...0x202e).contains(value) else {
            return String(scalar)
        }
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
