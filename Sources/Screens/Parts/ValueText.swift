import FeatureModel
import TextCanvas

/// Values of features as screens show them: strings quoted so that an empty one is no null, lists shortened with a
/// count, bytes as their size and first digits.
enum ValueText {
    private static let shownElements = 3
    private static let shownBytes = 8
    private static let longestElement = 24

    /// The value in short; control characters escaped.
    static func short(_ value: FeatureValue?) -> String {
        switch value {
        case nil: "(null)"
        case .bytes(let bytes): of(bytes)
        case .string(let text): quoted(text)
        case .int32(let number): "\(number)"
        case .int64(let number): "\(number)"
        case .double(let number): floating(number)
        case .float(let number): floating(number)
        case .bool(let flag): "\(flag)"
        case .bytesList(let items): list(items, of)
        case .stringList(let items): list(items) { quoted(TextFitting.truncated($0, to: longestElement, mark: "~")) }
        case .int32List(let items): list(items) { "\($0)" }
        case .int64List(let items): list(items) { "\($0)" }
        case .doubleList(let items): list(items, floating)
        case .floatList(let items): list(items, floating)
        case .boolList(let items): list(items) { "\($0)" }
        }
    }

    /// What the value is, for its colour.
    static func role(_ value: FeatureValue?) -> Role {
        switch value {
        case nil: .muted
        case .string, .stringList: .string
        case .bool, .boolList: .boolean
        case .bytes, .bytesList: .property
        default: .number
        }
    }

    private static func floating(_ number: some BinaryFloatingPoint & CustomStringConvertible) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number.sign == .minus ? "-Infinity" : "Infinity" }
        return number.description
    }

    private static func quoted(_ text: String) -> String {
        let escaped = SafeText.escaped(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
        return "\"" + escaped + "\""
    }

    private static func of(_ bytes: [UInt8]) -> String {
        let head = bytes.prefix(shownBytes).map(HexText.byte).joined()
        let size = CountText.bytes(Int64(bytes.count))
        return bytes.isEmpty ? size : "\(size) \(head)\(bytes.count > shownBytes ? ".." : "")"
    }

    private static func list<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
        let isLong = items.count > shownElements
        var parts = items.prefix(isLong ? shownElements - 1 : shownElements).map(text)
        if isLong { parts.append("+\(items.count - parts.count)") }
        return "[" + parts.joined(separator: ",") + "]"
    }
}
