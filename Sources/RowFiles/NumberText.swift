/// Numbers read from bytes.
enum NumberText {
    /// A decimal number without exponent, in parts: `-12.050` is negative, 12, 50, 3 digits.
    struct Decimal {
        var isNegative: Bool
        var whole: UInt64
        var fraction: UInt64
        var digits: Int
    }

    /// Powers of ten that a `Double` holds exactly.
    private static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        var index = 0
        var isNegative = false
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            index = 1
        }
        guard index < bytes.count else { return nil }
        var value: Int64 = 0
        while index < bytes.count {
            guard let digit = digit(bytes[index]) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, overflow2) =
                isNegative
                ? product.subtractingReportingOverflow(Int64(digit)) : product.addingReportingOverflow(Int64(digit))
            guard !overflow, !overflow2 else { return nil }
            value = next
            index += 1
        }
        return value
    }

    /// True for an optional sign and digits, of whatever size.
    static func isInteger(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let hasSign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let digits = bytes.dropFirst(hasSign ? 1 : 0)
        return !digits.isEmpty && digits.allSatisfy { digit($0) != nil }
    }

    static func decimal(_ bytes: UnsafeRawBufferPointer) -> Decimal? {
        guard let (decimal, rest) = decimalPrefix(bytes), rest == bytes.count else { return nil }
        return decimal
    }

    /// A floating-point number: decimal digits with point and exponent, or NaN or an infinity by name in any case.
    ///
    /// - Returns: nil where the text is none, and an infinity where it is beyond the type's range.
    static func floating<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ bytes: UnsafeRawBufferPointer, as type: Number.Type
    ) -> Number? {
        if let quick = exactDouble(bytes), Number.self == Double.self { return Number(quick) }
        if let named = named(bytes) { return Number(named) }
        guard isDecimal(bytes) else { return nil }
        return Number(String(decoding: bytes, as: UTF8.self))
    }

    static func named(_ bytes: UnsafeRawBufferPointer) -> Double? {
        guard bytes.count >= 3, bytes.count <= 9 else { return nil }
        return switch String(decoding: bytes, as: UTF8.self).lowercased() {
        case "nan": .nan
        case "infinity", "inf", "+infinity", "+inf": .infinity
        case "-infinity", "-inf": -.infinity
        default: nil
        }
    }

    /// Few digits and no exponent: digits and a power of ten are both exact, so that their quotient is the nearest
    /// double (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    private static func exactDouble(_ bytes: UnsafeRawBufferPointer) -> Double? {
        guard bytes.count <= 17, let decimal = decimal(bytes), decimal.digits < 16 else { return nil }
        var scale: UInt64 = 1
        for _ in 0..<decimal.digits { scale *= 10 }
        let (product, overflow) = decimal.whole.multipliedReportingOverflow(by: scale)
        let (mantissa, overflow2) = product.addingReportingOverflow(decimal.fraction)
        guard !overflow, !overflow2, mantissa <= 1 << 53 else { return nil }
        let value = Double(mantissa) / exactPowers[decimal.digits]
        return decimal.isNegative ? -value : value
    }

    private static func isDecimal(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0
        var digits = skipDigits(bytes, &index)
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            digits += skipDigits(bytes, &index)
        }
        guard digits > 0 else { return false }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                index += 1
            }
            guard skipDigits(bytes, &index) > 0 else { return false }
        }
        return index == bytes.count
    }

    private static func skipDigits(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
        let start = index
        while index < bytes.count, digit(bytes[index]) != nil { index += 1 }
        return index - start
    }

    private static func decimalPrefix(_ bytes: UnsafeRawBufferPointer) -> (Decimal, end: Int)? {
        var decimal = Decimal(isNegative: false, whole: 0, fraction: 0, digits: 0)
        var index = 0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            decimal.isNegative = first == UInt8(ascii: "-")
            index = 1
        }
        let start = index
        guard append(bytes, &index, to: &decimal.whole), index > start else { return nil }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let fractionStart = index
            guard append(bytes, &index, to: &decimal.fraction), index > fractionStart else { return nil }
            decimal.digits = index - fractionStart
        }
        return (decimal, index)
    }

    private static func append(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, to value: inout UInt64) -> Bool {
        while index < bytes.count, let digit = digit(bytes[index]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) = product.addingReportingOverflow(UInt64(digit))
            guard !overflow, !overflow2 else { return false }
            value = sum
            index += 1
        }
        return true
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }
}
