public import FeatureModel

/// What one operation of one store has done so far.
public struct MeterReading: Sendable, Hashable {
    /// The connector's type name.
    public let connector: String
    /// The store's name; nil for a source.
    public let store: StoreName?
    /// The operation.
    public let operation: StoreCall.Operation
    /// Calls that have ended, however they ended.
    public internal(set) var calls: Int64 = 0
    /// Calls that ended with an error, cancelled ones not counted.
    public internal(set) var failures: Int64 = 0
    /// Calls that were cancelled.
    public internal(set) var cancellations: Int64 = 0
    /// Attempts after the first.
    public internal(set) var retries: Int64 = 0
    /// Rows, keys, records or letters in the calls that went well.
    public internal(set) var items: Int64 = 0
    /// Rows that were refused alone, in calls that went well.
    public internal(set) var refusedItems: Int64 = 0
    /// The time of all calls together.
    public internal(set) var total: Duration = .zero
    /// The time of the longest call.
    public internal(set) var longest: Duration = .zero
    /// How many calls took how long: the element at n counts those of at least 2ⁿ⁻¹ and less than 2ⁿ microseconds.
    public internal(set) var histogram: [Int64] = []

    init(_ call: StoreCall) {
        connector = call.connector
        store = call.store
        operation = call.operation
    }

    /// The time within which a share of the calls ended, rounded up to the next power of two of microseconds; nil
    /// before the first call.
    ///
    /// - Parameter share: 0.5 for the median, 0.99 for the slowest hundredth.
    public func duration(ofShare share: Double) -> Duration? {
        let wanted = Double(calls) * share
        var seen: Int64 = 0
        for (power, count) in histogram.enumerated() {
            seen += count
            if count > 0, Double(seen) >= wanted { return min(.microseconds(Int64(1) << power), longest) }
        }
        return nil
    }

    mutating func count(_ duration: Duration) {
        calls += 1
        total += duration
        longest = max(longest, duration)
        let (seconds, attoseconds) = duration.components
        let microseconds = max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
        let power = Int64.bitWidth - microseconds.leadingZeroBitCount
        if histogram.count <= power { histogram += [Int64](repeating: 0, count: power + 1 - histogram.count) }
        histogram[power] += 1
    }
}
