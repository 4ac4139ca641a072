/// Numbers as StatsD servers read them: plain decimals, with at most six digits after the point.
enum StatsDNumber {
    /// - Returns: nil for what is not finite.
    static func text(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        guard value.magnitude < 1e12 else { return large(value) }
        let millionths = Int64((value * 1e6).rounded())
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        return (millionths < 0 ? "-" : "") + "\(whole)" + fraction(rest)
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
