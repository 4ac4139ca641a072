public import FeatureModel

/// Values as text, as exports have them.
public enum ValueText {
    /// A value as a CSV cell shows it, without quotation: numbers as short as they read back the same, NaN and infinities by
    /// name, bytes in base64, lists as JSON arrays.
    public static func text(of value: FeatureValue) -> String {
        var bytes: [UInt8] = []
        appendText(of: value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A value as JSON: as its text, in quotation marks where JSON has no such literal; 64-bit integers beyond 2^53 as
    /// strings.
    public static func json(of value: FeatureValue?) -> String {
        var bytes: [UInt8] = []
        appendJSON(of: value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func appendText(of value: FeatureValue, to output: inout [UInt8]) {
        switch value {
        case .string(let text): output.append(contentsOf: text.utf8)
        case .bytes(let bytes): Base64.append(bytes, to: &output)
        case .int64(let number): output.append(contentsOf: String(number).utf8)
        case .double(let number): output.append(contentsOf: self.text(of: number).utf8)
        case .float(let number): output.append(contentsOf: self.text(of: number).utf8)
        default: appendJSON(of: value, to: &output)
        }
    }

    static func appendJSON(of value: FeatureValue?, to output: inout [UInt8]) {
        switch value {
        case nil: output.append(contentsOf: "null".utf8)
        case .bytes(let bytes): appendItem(bytes, to: &output)
        case .string(let text): JSONText.append(text, to: &output)
        case .int32(let number): output.append(contentsOf: String(number).utf8)
        case .int64(let number): appendItem(number, to: &output)
        case .double(let number): appendItem(number, to: &output)
        case .float(let number): appendItem(number, to: &output)
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .bytesList(let items): appendArray(items, to: &output) { appendItem($0, to: &$1) }
        case .stringList(let items): appendArray(items, to: &output) { JSONText.append($0, to: &$1) }
        case .int32List(let items): appendArray(items, to: &output) { $1.append(contentsOf: String($0).utf8) }
        case .int64List(let items): appendArray(items, to: &output) { appendItem($0, to: &$1) }
        case .doubleList(let items): appendArray(items, to: &output) { appendItem($0, to: &$1) }
        case .floatList(let items): appendArray(items, to: &output) { appendItem($0, to: &$1) }
        case .boolList(let items):
            appendArray(items, to: &output) { $1.append(contentsOf: ($0 ? "true" : "false").utf8) }
        }
    }

    private static func appendArray<Item>(
        _ items: [Item], to output: inout [UInt8], append: (Item, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(item, &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    private static func appendItem(_ bytes: [UInt8], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        Base64.append(bytes, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// Readers that keep numbers as doubles would change larger ones.
    private static func appendItem(_ number: Int64, to output: inout [UInt8]) {
        let isExact = number.magnitude <= 1 << 53
        output.append(contentsOf: (isExact ? String(number) : "\"\(number)\"").utf8)
    }

    private static func appendItem(
        _ number: some BinaryFloatingPoint & CustomStringConvertible, to output: inout [UInt8]
    ) {
        let text = text(of: number)
        output.append(contentsOf: (number.isFinite ? text : "\"\(text)\"").utf8)
    }

    private static func text(of number: some BinaryFloatingPoint & CustomStringConvertible) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number.sign == .minus ? "-Infinity" : "Infinity" }
        return number.description
    }
}
