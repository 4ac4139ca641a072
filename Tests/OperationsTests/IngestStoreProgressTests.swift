import FeatureModel
import Operations
import Testing

struct IngestStoreProgressTests {
    @Test(
        "a store is done when written, failed and ignored rows add up to all of them",
        arguments: [(7, 2, 1, true), (7, 2, 0, false), (10, 0, 0, true)])
    func isComplete(counts: (written: Int64, failed: Int64, ignored: Int64, expected: Bool)) {
        let progress = IngestStoreProgress(
            name: "s", written: counts.written, failed: counts.failed, ignored: counts.ignored, total: 10)
        #expect(progress.isComplete == counts.expected)
    }
}
