/// Reads the numbers that tables show: `1,204`, `2m10s`, `18.4 k`, `3.2 MB`, `97.1 %`.
public enum Quantity {
    private static let units: [String: Double] = [
        "": 1, "%": 1, "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "min": 60, "h": 3600,
        "d": 86_400, "w": 604_800, "b": 1, "k": 1e3, "kb": 1e3, "kib": 1024, "mb": 1e6, "mib": 1_048_576, "g": 1e9,
        "gb": 1e9, "gib": 1_073_741_824, "t": 1e12, "tb": 1e12,
    ]

    /// The value in seconds, bytes or pieces; nil for text that is not a quantity.
    ///
    /// A lone `m` is minutes, as ages and lags are written; a capital `M` is millions.
    public static func value(of text: String) -> Double? {
        guard let first = text.utf8.first, first == 0x2d || first == 0x2e || (0x30...0x39).contains(first) else {
            return nil
        }
        var rest = text.filter { $0 != "," && $0 != " " }[...]
        var total = 0.0
        var isFound = false
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { !$0.isNumber }
            rest = rest.dropFirst(unit.count)
            let factor = unit == "M" ? 1e6 : units[unit.lowercased()]
            guard let amount = Double(number), let factor else { return nil }
            total += amount * factor
            isFound = true
        }
        return isFound ? (isNegative ? -total : total) : nil
    }
}
