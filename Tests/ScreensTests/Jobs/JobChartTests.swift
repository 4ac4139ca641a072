import ConsoleKit
import FeatureModel
import Testing
import TextCanvas

@testable import Screens

@Suite("Charts of a job's last half hour")
struct JobChartTests {
    private func sample(_ second: Int64, written: Int64, lag: Int64?) -> JobSample {
        JobSample(
            at: Timestamp(seconds: second), counters: JobCounters(rowsWritten: written), lagRows: 12, eventLag50: lag,
            eventLag99: lag)
    }

    @Test("steps are means of what was measured in them, and stay empty where nothing was")
    func steps() {
        let chart = JobChart(
            label: "", value: "", role: .series1,
            points: [(0, 4), (890, 2), (899, 4), (1_799, 7), (1_800, nil), (2_000, 9)].map { second, value in
                (at: Timestamp(seconds: second), value: value)
            })
        #expect(chart.steps(4, until: WallTime(seconds: 1_800)) == [nil, 3, nil, 7])
        #expect(chart.steps(0, until: WallTime(seconds: 1_800)).isEmpty)
    }

    @Test("the present values are those of the last sample; what is not known is a dash")
    func values() {
        let metrics = JobMetrics(samples: [sample(0, written: 0, lag: nil), sample(10, written: 500, lag: 1_420)])
        let charts = JobChart.all(of: metrics)
        #expect(charts.map(\.label) == ["rows/s", "lag p99", "dead/min", "behind"])
        #expect(charts.map(\.value) == ["50", "1.4s", "0", "12"])
        #expect(JobChart.all(of: JobMetrics()).map(\.value) == ["-", "-", "-", "-"])
    }

    @Test("lags are short and never too exact")
    func lags() {
        #expect(
            [nil, 0, 999, 1_000, 59_990, 130_000].map { LagText.of(milliseconds: $0) }
                == ["-", "0ms", "999ms", "1.0s", "59.9s", "2m10s"])
    }
}
