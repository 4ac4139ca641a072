import MetricsExport
import Testing

@Suite("Prometheus text")
struct PrometheusTextTests {
    @Test("families stand in the order of their names, series in the order of their labels")
    func golden() {
        let families = [
            MetricFamily(
                name: "z_total", help: "Counts \\ of\nz.", kind: .counter,
                series: [
                    MetricSeries(MetricLabels([("store", "b"), ("job", "1")]), 2),
                    MetricSeries(MetricLabels([("job", "1"), ("store", "a")]), 1e20),
                ]),
            MetricFamily(
                name: "lag_seconds", help: "Lag.", kind: .histogram,
                series: [
                    MetricSeries(
                        MetricLabels([("store", "a")]),
                        HistogramReading(bounds: [0.5, 1], counts: [1, 0, 2], sum: 12.5))
                ]),
            MetricFamily(name: "up", help: "Up.", kind: .gauge, series: [MetricSeries(.none, -1.5)]),
            MetricFamily(name: "unused", help: "Nothing.", kind: .gauge, series: []),
        ]
        #expect(
            PrometheusText.rendered(families) == #"""
                # HELP lag_seconds Lag.
                # TYPE lag_seconds histogram
                lag_seconds_bucket{store="a",le="0.5"} 1
                lag_seconds_bucket{store="a",le="1"} 1
                lag_seconds_bucket{store="a",le="+Inf"} 3
                lag_seconds_sum{store="a"} 12.5
                lag_seconds_count{store="a"} 3
                # HELP up Up.
                # TYPE up gauge
                up -1.5
                # HELP z_total Counts \\ of\nz.
                # TYPE z_total counter
                z_total{job="1",store="a"} 1e+20
                z_total{job="1",store="b"} 2

                """#)
    }

    @Test("a label's value may be anything, its name and the metric's are spelled as Prometheus takes them")
    func hostileText() {
        let family = MetricFamily(
            name: "1a.b-c:d", help: "", kind: .gauge,
            series: [MetricSeries(MetricLabels([("a-b", "x\\y\"z\nü"), ("", "e"), ("9", "n")]), 1)])
        #expect(
            PrometheusText.rendered([family]).split(separator: "\n").last
                == #"_1a_b_c:d{_="e",_9="n",a_b="x\\y\"z\nü"} 1"#)
    }

    @Test("numbers that are none have names")
    func notFinite() {
        let series = [Double.nan, .infinity, -.infinity].enumerated().map { index, value in
            MetricSeries(MetricLabels([("i", "\(index)")]), value)
        }
        let text = PrometheusText.rendered([MetricFamily(name: "a", help: "", kind: .gauge, series: series)])
        #expect(text.hasSuffix("a{i=\"0\"} NaN\na{i=\"1\"} +Inf\na{i=\"2\"} -Inf\n"))
    }
}
