public import CoreMetrics
import Synchronization

/// Keeps metrics for Prometheus and renders them: counters, gauges (meters, and recorders that do not aggregate) and
/// histograms (recorders and timers, the latter in seconds).
///
/// Two metrics of one name and the same labels are one. Where a name is used for two kinds, the first counts, and what
/// is told to the other goes nowhere.
public final class PrometheusExporter: MetricsFactory {
    /// Buckets for what takes from a millisecond to a minute, in seconds.
    public static let usualBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

    private struct Family {
        let kind: MetricKind
        var handlers: [MetricLabels: any SeriesHandler] = [:]
    }

    private struct State {
        var families: [String: Family] = [:]
        var collectors: [String: @Sendable () -> [MetricFamily]] = [:]
    }

    private let descriptions: [String: MetricDescription]
    private let state = Mutex(State())

    /// Makes an exporter without metrics.
    ///
    /// - Parameter descriptions: the help and the buckets of the metrics to come; one that is not described has a help
    ///   that says its name, and the usual buckets.
    public init(describing descriptions: [MetricDescription] = []) {
        self.descriptions = Dictionary(descriptions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Has metrics asked for whenever the exporter is read.
    ///
    /// - Parameters:
    ///   - name: of the asked; another one of the same name takes its place.
    ///   - families: answers at once. Families that the exporter keeps itself get more series by it.
    public func collect(_ name: String, _ families: @escaping @Sendable () -> [MetricFamily]) {
        state.withLock { $0.collectors[name] = families }
    }

    /// All metrics as they are now.
    public var families: [MetricFamily] {
        let (kept, collectors) = state.withLock { ($0.families, Array($0.collectors.values)) }
        var families = Dictionary(
            uniqueKeysWithValues: kept.map { name, family in (name, reading(of: family, named: name)) })
        for family in collectors.flatMap({ $0() }) {
            if families[family.name]?.kind == family.kind {
                families[family.name]?.series += family.series
            } else if families[family.name] == nil {
                families[family.name] = family
            }
        }
        return Array(families.values)
    }

    /// The answer to `GET /metrics`.
    public var text: String { PrometheusText.rendered(families) }

    private func reading(of family: Family, named name: String) -> MetricFamily {
        MetricFamily(
            name: name, help: descriptions[name]?.help ?? name, kind: family.kind,
            series: family.handlers.map { $1.series($0) })
    }

    private func handler<Handler: SeriesHandler>(
        _ name: String, _ dimensions: [(String, String)], _ make: (String) -> Handler
    ) -> Handler {
        let (name, labels) = (MetricName.metric(name), MetricLabels(dimensions))
        return state.withLock { state in
            let family = state.families[name] ?? Family(kind: Handler.kind)
            guard family.kind == Handler.kind else { return make(name) }
            if let known = family.handlers[labels] as? Handler { return known }
            let handler = make(name)
            state.families[name, default: family].handlers[labels] = handler
            return handler
        }
    }

    /// A histogram that takes many values at a time.
    func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramHandler {
        handler(label, dimensions) { HistogramHandler(bounds: descriptions[$0]?.bounds ?? Self.usualBounds) }
    }

    /// Makes a counter, or finds it.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        handler(label, dimensions) { _ in CountingHandler() }
    }

    /// Makes a counter of fractions, or finds it.
    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        handler(label, dimensions) { _ in CountingHandler() }
    }

    /// Makes a gauge, or finds it.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        handler(label, dimensions) { _ in LevelHandler() }
    }

    /// Makes a histogram, or a gauge where nothing is aggregated; or finds it.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : handler(label, dimensions) { _ in LevelHandler() }
    }

    /// Makes a histogram of seconds, or finds it.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    /// Forgets a counter.
    public func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    /// Forgets a counter of fractions.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { forget(handler) }
    /// Forgets a gauge.
    public func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    /// Forgets a histogram or gauge.
    public func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    /// Forgets a histogram of seconds.
    public func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    private func forget(_ handler: AnyObject) {
        state.withLock { state in
            for (name, family) in state.families {
                guard let labels = family.handlers.first(where: { $0.value === handler })?.key else { continue }
                state.families[name]?.handlers.removeValue(forKey: labels)
                if state.families[name]?.handlers.isEmpty == true { state.families.removeValue(forKey: name) }
            }
        }
    }
}
