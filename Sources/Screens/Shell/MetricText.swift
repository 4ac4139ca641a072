/// Large counts in few characters.
enum MetricText {
    private static let steps: [(limit: Int64, unit: String)] = [
        (1_000_000_000_000, "T"), (1_000_000_000, "G"), (1_000_000, "M"),
    ]

    /// Grouped below a million, with one decimal and a unit above: `812,440`, `84.1 M`.
    static func of(_ count: Int64) -> String {
        guard let step = steps.first(where: { count.magnitude >= $0.limit.magnitude }) else {
            return CountText.grouped(count)
        }
        let tenths = count / (step.limit / 10)
        return "\(tenths / 10).\(abs(tenths % 10)) \(step.unit)"
    }
}
