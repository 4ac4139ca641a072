/// Durations in as few characters as tell enough: `11s`, `2m10s`, `2h14m`, `3d04h`.
public enum DurationText {
    /// The duration in one or two units; less than a second is `0s`, negative ones have a minus sign.
    public static func compact(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        guard seconds >= 0 else { return "-" + compact(.seconds(-seconds)) }
        switch seconds {
        case ..<60: return "\(seconds)s"
        case ..<3600: return pair(seconds / 60, "m", seconds % 60, "s")
        case ..<86_400: return pair(seconds / 3600, "h", seconds / 60 % 60, "m")
        case ..<(100 * 86_400): return pair(seconds / 86_400, "d", seconds / 3600 % 24, "h")
        default: return "\(seconds / 86_400)d"
        }
    }

    /// Seconds with one decimal, for waits that are still short: `1.2s`.
    public static func tenths(_ duration: Duration) -> String {
        let (seconds, fraction) = duration.components
        return "\(seconds).\(fraction / 100_000_000_000_000_000)s"
    }

    private static func pair(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
        guard small > 0 else { return "\(large)\(largeUnit)" }
        return "\(large)\(largeUnit)\(small < 10 ? "0" : "")\(small)\(smallUnit)"
    }
}
