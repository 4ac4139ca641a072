import CoreMetrics
import MetricsExport
import Testing

@Suite("Prometheus exporter")
struct PrometheusExporterTests {
    private func values(_ exporter: PrometheusExporter) -> [String] {
        exporter.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    @Test("every kind of metric of swift-metrics is kept")
    func kinds() {
        let exporter = PrometheusExporter(describing: [
            MetricDescription("sizes", "Sizes.", bounds: [1, 10]), MetricDescription("took", "Time.", bounds: [1]),
        ])
        let counter = Counter(label: "a_total", dimensions: [("x", "1")], factory: exporter)
        counter.increment(by: 2)
        counter.increment()
        Counter(label: "a_total", dimensions: [("x", "1")], factory: exporter).increment(by: -5)
        FloatingPointCounter(label: "b_total", factory: exporter).increment(by: 0.5)
        Gauge(label: "c", factory: exporter).record(7)
        let meter = Meter(label: "d", factory: exporter)
        meter.set(3)
        meter.increment(by: 0.5)
        meter.decrement()
        let sizes = Recorder(label: "sizes", dimensions: [], aggregate: true, factory: exporter)
        for size in [1, 2, 100] { sizes.record(size) }
        Timer(label: "took", factory: exporter).recordMilliseconds(1_500)
        #expect(
            values(exporter) == [
                "a_total{x=\"1\"} 3", "b_total 0.5", "c 7", "d 2.5", "sizes_bucket{le=\"1\"} 1",
                "sizes_bucket{le=\"10\"} 2", "sizes_bucket{le=\"+Inf\"} 3", "sizes_sum 103", "sizes_count 3",
                "took_bucket{le=\"1\"} 0", "took_bucket{le=\"+Inf\"} 1", "took_sum 1.5", "took_count 1",
            ])
        #expect(exporter.text.contains("# HELP sizes Sizes.\n# TYPE sizes histogram\n"))
    }

    @Test("a name that is used for two kinds is the first one's")
    func twoKinds() {
        let exporter = PrometheusExporter()
        Counter(label: "a", factory: exporter).increment()
        Gauge(label: "a", factory: exporter).record(9)
        #expect(values(exporter) == ["a 1"])
    }

    @Test("a metric that is destroyed is forgotten; one that is reset begins at zero")
    func destroyed() {
        let exporter = PrometheusExporter()
        let (first, second) = (Counter(label: "a", factory: exporter), Counter(label: "b", factory: exporter))
        first.increment()
        second.increment()
        first.destroy()
        second.reset()
        #expect(values(exporter) == ["b 0"])
    }

    @Test("what others know is asked for at every reading, and joins what is kept")
    func collectors() {
        let exporter = PrometheusExporter()
        Gauge(label: "a", dimensions: [("x", "1")], factory: exporter).record(1)
        @Sendable func family(_ value: Double) -> [MetricFamily] {
            [
                MetricFamily(
                    name: "a", help: "", kind: .gauge, series: [MetricSeries(MetricLabels([("x", "2")]), value)]),
                MetricFamily(name: "b", help: "", kind: .counter, series: [MetricSeries(.none, value)]),
            ]
        }
        exporter.collect("others") { family(2) }
        #expect(values(exporter) == ["a{x=\"1\"} 1", "a{x=\"2\"} 2", "b 2"])
        exporter.collect("others") { family(3) }
        #expect(values(exporter) == ["a{x=\"1\"} 1", "a{x=\"2\"} 3", "b 3"])
    }

    @Test("it counts from many tasks and loses nothing")
    func manyTasks() async {
        let exporter = PrometheusExporter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { Counter(label: "a", factory: exporter).increment() } }
        }
        #expect(values(exporter) == ["a 100"])
    }
}
