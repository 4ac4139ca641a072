import FeatureModel
import Testing

@Suite("A job's metrics")
struct JobMetricsTests {
    private func sample(_ second: Int64, written: Int64, failed: Int64 = 0) -> JobSample {
        JobSample(
            at: Timestamp(seconds: second), counters: JobCounters(rowsWritten: written, rowsFailed: failed),
            lagRows: nil, eventLag50: nil, eventLag99: nil)
    }

    @Test("rates are between neighbours, unknown across gaps and where counting began anew")
    func rates() {
        let metrics = JobMetrics(samples: [
            sample(0, written: 0), sample(10, written: 50, failed: 5), sample(100, written: 90),
            sample(110, written: 10), sample(110, written: 20),
        ])
        #expect(metrics.rowsPerSecond == [5, nil, nil, nil])
        #expect(metrics.failuresPerSecond == [0.5, nil, 0, nil])
        #expect(JobMetrics().rowsPerSecond.isEmpty)
    }
}
