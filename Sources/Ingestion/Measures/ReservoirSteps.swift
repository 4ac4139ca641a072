import Glibc

/// Decides which values of a long row replace which of those kept, so that all are equally likely to be kept: Li's
/// algorithm L, which skips most values without a random number for each. Every run takes the same steps.
struct ReservoirSteps: Sendable, Hashable {
    private let capacity: Int
    private var randomness = FixedRandomness()
    private var threshold: Double
    private var next: Int

    init(capacity: Int) {
        self.capacity = capacity
        threshold = 1
        next = capacity
        advance()
    }

    /// Where a value goes.
    ///
    /// - Parameter number: which value it is, from 1; asked in ascending order, beginning after the capacity.
    /// - Returns: nil when it is not kept.
    mutating func place(ofValue number: Int) -> Int? {
        guard number >= next else { return nil }
        let place = Int.random(in: 0..<capacity, using: &randomness)
        advance()
        return place
    }

    private mutating func advance() {
        threshold *= exp(log(uniform()) / Double(capacity))
        // Where the threshold has become too small for a difference, no further value is ever kept.
        let skipped = (log(uniform()) / log1p(-threshold)).rounded(.down)
        next = skipped.isFinite && skipped < 1e15 ? next + Int(skipped) + 1 : .max
    }

    /// Within 0..<1, but not 0, whose logarithm is infinite.
    private mutating func uniform() -> Double {
        Double.random(in: Double.leastNonzeroMagnitude..<1, using: &randomness)
    }
}
