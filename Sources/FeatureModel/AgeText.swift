/// A span of whole seconds in the two largest units that matter to an operator: `11s`, `2m10s`, `2h14m`, `6d`, `3d4h`.
public enum AgeText {
    /// Describes a span; a negative one gets a minus sign.
    public static func describe(seconds: Int64) -> String {
        guard seconds >= 0 else { return "-" + describe(seconds: seconds == .min ? .max : -seconds) }
        switch seconds {
        case ..<60: return "\(seconds)s"
        case ..<3600: return pair(seconds / 60, "m", seconds % 60, "s")
        case ..<86_400: return pair(seconds / 3600, "h", seconds / 60 % 60, "m")
        case ..<(10 * 86_400): return pair(seconds / 86_400, "d", seconds / 3600 % 24, "h")
        default: return "\(seconds / 86_400)d"
        }
    }

    private static func pair(_ large: Int64, _ unit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large)\(unit)" : "\(large)\(unit)\(small)\(smallUnit)"
    }
}
