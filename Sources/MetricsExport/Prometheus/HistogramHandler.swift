import CoreMetrics
import Synchronization

/// A histogram; of a timer, in seconds.
final class HistogramHandler: RecorderHandler, TimerHandler, SeriesHandler {
    static let kind = MetricKind.histogram

    private struct State {
        var counts: [Int64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: [Int64](repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { record(contentsOf: CollectionOfOne(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    /// Records many values under one lock.
    func record(contentsOf values: some Sequence<Double>) {
        state.withLock { state in
            for value in values where !value.isNaN {
                state.counts[bucket(of: value)] += 1
                state.sum += value
            }
        }
    }

    private func bucket(of value: Double) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func series(_ labels: MetricLabels) -> MetricSeries {
        state.withLock { MetricSeries(labels, HistogramReading(bounds: bounds, counts: $0.counts, sum: $0.sum)) }
    }
}
