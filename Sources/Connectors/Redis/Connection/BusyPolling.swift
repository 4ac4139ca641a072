/// When to look for an answer over and over instead of sleeping until it comes.
///
/// Being woken costs more than most servers take for a key. So a caller looks for a short time, and where answers come
/// later than that, as over a long line, it soon stops looking.
struct BusyPolling: Sendable {
    /// How long one answer is looked for.
    static let limit = Duration.microseconds(100)

    private static let shortestRest = 8
    private static let longestRest = 1024

    private var rest = shortestRest
    private var isResting = 0

    /// True where the answer to one more question is worth looking for.
    mutating func isWorthwhile() -> Bool {
        guard isResting > 0 else { return true }
        isResting -= 1
        return false
    }

    /// Takes note of what came of it; each time in vain is followed by a rest twice as long, counted in questions.
    mutating func ended(answered: Bool) {
        if answered {
            rest = Self.shortestRest
        } else {
            isResting = rest
            rest = min(rest * 2, Self.longestRest)
        }
    }
}
