/// Numbers as StatsD servers read them: plain decimals, with at most six digits after the point.
enum StatsDNumber {
    /// - Returns: nil for what is not finite.
    static func text(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        guard value.magnitude < 1e15 else { return large(value) }
        var whole = UInt64(value.magnitude)
        // Split first: a product would round away what stands behind the point of a large number.
        var millionths = UInt64(((value.magnitude - Double(whole)) * 1e6).rounded())
        if millionths == 1_000_000 { (whole, millionths) = (whole + 1, 0) }
        let sign = value < 0 && (whole, millionths) != (0, 0) ? "-" : ""
        return "\(sign)\(whole)\(fraction(millionths))"
    }

    private static func large(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func fraction(_ millionths: UInt64) -> String {
        guard millionths > 0 else { return "" }
        let digits = String(String(1_000_000 + millionths).dropFirst())
        return "." + digits.prefix(through: digits.lastIndex { $0 != "0" } ?? digits.startIndex)
    }
}
