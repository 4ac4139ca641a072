import ArgumentParser

/// A span of time as typed: `2s`, `500ms`, `5m`, `1h`, or plain seconds.
struct TimeSpan: ExpressibleByArgument, Sendable, Hashable {
    /// A hundred years, in milliseconds: longer than anybody waits, and far from what a duration can hold.
    private static let longest = 3_155_760_000_000.0

    /// The span.
    let duration: Duration

    init(seconds: Int) {
        duration = .seconds(seconds)
    }

    init?(argument: String) {
        let units: [(suffix: String, milliseconds: Double)] = [
            ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("", 1000),
        ]
        for unit in units where argument.hasSuffix(unit.suffix) {
            guard let number = Double(argument.dropLast(unit.suffix.count)), number >= 0,
                number * unit.milliseconds <= Self.longest
            else {
                continue
            }
            duration = .milliseconds(number * unit.milliseconds)
            return
        }
        return nil
    }
}
