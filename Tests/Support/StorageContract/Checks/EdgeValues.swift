public import FeatureModel

/// Values that stores get wrong.
public enum EdgeValues {
    /// One ordinary value of every type.
    public static let ordinary: [FeatureValue] = [
        .bytes([0, 1, 254, 255]), .string("La Guardia"), .int32(-7), .int64(9_007_199_254_740_993), .double(0.1),
        .float(0.1), .bool(true), .bytesList([[1], [0, 0], [255]]), .stringList(["a", "b", "a"]),
        .int32List([3, -1, 3]), .int64List([9_007_199_254_740_993, 0]), .doubleList([1.5, -2.25]),
        .floatList([0.1, 3.4e38]), .boolList([true, false, true]),
    ]

    /// The empty value of every type that has one.
    public static let empty: [FeatureValue] = [
        .bytes([]), .string(""), .bytesList([]), .stringList([]), .int32List([]), .int64List([]), .doubleList([]),
        .floatList([]), .boolList([]), .bytesList([[]]), .stringList([""]), .stringList(["", ""]),
    ]

    /// Zeros.
    public static let zeros: [FeatureValue] = [
        .int32(0), .int64(0), .double(0), .float(0), .bool(false), .bytes([0]), .string("\0"), .int32List([0]),
        .boolList([false]), .doubleList([0]),
    ]

    /// The ends of the integers.
    public static let extremeIntegers: [FeatureValue] = [
        .int32(.max), .int32(.min), .int64(.max), .int64(.min), .int32List([.min, .max]), .int64List([.min, .max, -1]),
    ]

    /// What IEEE 754 has besides ordinary numbers.
    public static let specialNumbers: [FeatureValue] = [
        .double(.nan), .double(.infinity), .double(-.infinity), .double(-0.0), .double(.leastNonzeroMagnitude),
        .double(.greatestFiniteMagnitude), .float(.nan), .float(.infinity), .float(-.infinity), .float(-0.0),
        .float(.leastNonzeroMagnitude), .doubleList([.nan, -.infinity, -0.0, 0]),
        .floatList([.nan, .infinity, -0.0, 0]),
    ]

    /// Text with something odd about it.
    public static let text: [FeatureValue] = [
        .string("before\0after"), .string("\u{1B}[31mred\u{7F}"), .string("東京 → Ελλάδα 🛫"), .string("\u{E9}"),
        .string("e\u{301}"), .string("\u{FEFF}mark"), .string("'; DROP TABLE readings; --"), .string(" \t\r\n "),
        .string("\u{10FFFF}"), .stringList(["\0", "e\u{301}", "\u{E9}", ",", "\"", "\\"]), .bytes(Array(0...255)),
    ]

    /// 1 MiB of bytes that no compression makes small.
    public static let large: [FeatureValue] = {
        var generator = SplitMix64(seed: 1)
        let bytes = (0..<131_072).flatMap { _ in
            withUnsafeBytes(of: generator.next().littleEndian) { Array($0) }
        }
        return [.bytes(bytes), .string(String(repeating: "é🛫x", count: 150_000))]
    }()
}
