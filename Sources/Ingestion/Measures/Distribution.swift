/// Numbers that were seen, and what can be asked of them: how many, the least, the greatest, the mean, percentiles.
///
/// Count, extremes and mean are exact. Percentiles are exact up to ``capacity`` values; of more, a sample of that size
/// is kept in which every value is equally likely to be, so memory is bounded. The sample is drawn by the same steps
/// every time: the same values in the same order give the same percentiles.
public struct Distribution: Sendable, Hashable {
    /// How many values are kept unless somebody says otherwise.
    public static let usualCapacity = 10_000

    /// The most values that are kept.
    public let capacity: Int
    /// How many values were seen.
    public private(set) var count = 0

    private var sum = 0.0
    private var least = Double.infinity
    private var greatest = -Double.infinity
    private var kept: [Double] = []
    private var steps: ReservoirSteps?

    /// Makes a distribution that has seen nothing.
    ///
    /// - Parameter capacity: the most values to keep; at least 1.
    public init(capacity: Int = Distribution.usualCapacity) {
        self.capacity = max(1, capacity)
    }

    /// The least value; nil when none was seen.
    public var minimum: Double? { count == 0 ? nil : least }
    /// The greatest value; nil when none was seen.
    public var maximum: Double? { count == 0 ? nil : greatest }
    /// The arithmetic mean; nil when no value was seen.
    public var mean: Double? { count == 0 ? nil : sum / Double(count) }

    /// Adds a value. What is not finite has no place among others and is passed over.
    public mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        count += 1
        sum += value
        if value < least { least = value }
        if value > greatest { greatest = value }
        if kept.count < capacity { kept.append(value) } else { sample(value) }
    }

    private mutating func sample(_ value: Double) {
        var steps = steps ?? ReservoirSteps(capacity: capacity)
        if let place = steps.place(ofValue: count) { kept[place] = value }
        self.steps = steps
    }

    /// The value below which a share of the values lies, by linear interpolation at the position p(N+1)/100 in their
    /// order: the estimate that Feast's metrics are made by. Positions before the first and after the last value mean
    /// the least and the greatest.
    ///
    /// - Parameter percent: 0…100.
    /// - Returns: nil when no value was seen.
    public func percentile(_ percent: Double) -> Double? { percentiles([percent]).first }

    /// Several percentiles, for the price of putting the values in order once.
    ///
    /// - Parameter percents: 0…100 each.
    /// - Returns: one value for each, in the same order; empty when no value was seen.
    public func percentiles(_ percents: [Double]) -> [Double] {
        guard count > 0 else { return [] }
        let sorted = kept.sorted()
        return percents.map { percent in
            let position = percent * Double(sorted.count + 1) / 100
            let below = position.rounded(.down)
            guard below >= 1 else { return least }
            guard below < Double(sorted.count) else { return greatest }
            let (lower, upper) = (sorted[Int(below) - 1], sorted[Int(below)])
            return lower + (position - below) * (upper - lower)
        }
    }
}
