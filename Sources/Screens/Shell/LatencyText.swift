/// Latencies as people read them.
enum LatencyText {
    /// Tenths below ten milliseconds, whole ones above, seconds from ten thousand on: `1.1 ms`, `812 ms`, `12 s`.
    static func of(_ milliseconds: Double?) -> String {
        guard let milliseconds, milliseconds.isFinite, milliseconds >= 0, milliseconds < 1e15 else { return "-" }
        if milliseconds >= 10_000 { return "\(Int64((milliseconds / 1000).rounded())) s" }
        if milliseconds >= 10 { return "\(Int64(milliseconds.rounded())) ms" }
        let tenths = Int64((milliseconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
