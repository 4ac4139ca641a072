/// Counts as people read them.
enum CountText {
    /// Digits in groups of three: `1,204`.
    static func grouped(_ count: Int64) -> String {
        let digits = Array(String(count.magnitude))
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A count with its noun: `1 job`, `1,204 jobs`.
    static func of(_ count: Int64, _ noun: String, plural: String? = nil) -> String {
        "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
    }

    /// Rows per second: whole from ten on, one decimal below; `-` when nobody knows.
    static func rate(_ rate: Double?) -> String {
        guard let rate, rate.isFinite, rate >= 0, rate < 1e15 else { return "-" }
        if rate >= 10 || rate == 0 { return grouped(Int64(rate.rounded())) }
        let tenths = Int64((rate * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Bytes in the largest unit that keeps a digit before the point: `412 B`, `3.2 MB`.
    static func bytes(_ count: Int64) -> String {
        let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        var unit = 0
        var scale: Int64 = 1
        while unit < units.count - 1 && count / scale >= 1000 {
            scale *= 1000
            unit += 1
        }
        guard unit > 0 else { return "\(count) B" }
        return "\(count / scale).\(count % scale * 10 / scale) \(units[unit])"
    }
}
