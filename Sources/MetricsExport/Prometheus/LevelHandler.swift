import CoreMetrics
import Synchronization

/// A gauge: the last value counts.
final class LevelHandler: MeterHandler, RecorderHandler, SeriesHandler {
    static let kind = MetricKind.gauge

    private let level = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { level.withLock { $0 = value } }
    func increment(by amount: Double) { level.withLock { $0 += amount } }
    func decrement(by amount: Double) { level.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }

    func series(_ labels: MetricLabels) -> MetricSeries { MetricSeries(labels, level.withLock { $0 }) }
}
