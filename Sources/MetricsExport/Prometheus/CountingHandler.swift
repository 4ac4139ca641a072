import CoreMetrics
import Synchronization

/// A counter: it only grows. What would take away from it is passed over.
final class CountingHandler: CounterHandler, FloatingPointCounterHandler, SeriesHandler {
    static let kind = MetricKind.counter

    private let total = Mutex(0.0)

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        total.withLock { $0 += amount }
    }

    func reset() { total.withLock { $0 = 0 } }

    func series(_ labels: MetricLabels) -> MetricSeries { MetricSeries(labels, total.withLock { $0 }) }
}
