import ArgumentParser

/// A span of time as typed: `2s`, `500ms`, `5m`, `1h`, or plain seconds.
struct TimeSpan: ExpressibleByArgument, Sendable, Hashable {
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
            guard let number = Double(argument.dropLast(unit.suffix.count)), number.isFinite, number >= 0 else {
                continue
            }
            duration = .milliseconds(number * unit.milliseconds)
            return
        }
        return nil
    }
}
