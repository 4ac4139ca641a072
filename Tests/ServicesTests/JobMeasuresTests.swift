import FeatureModel
import Testing

@testable import Services

@Suite("Rates, notices and launches")
struct JobMeasuresTests {
    private func job(_ rows: Int64, _ status: JobStatus = .running) -> Job {
        var job = Job(id: "j", source: .local, store: "s", featureSets: [], createdAt: .zero)
        job.status = status
        job.counters.rowsWritten = rows
        return job
    }

    @Test("a rate needs two looks, and is reckoned over the last ones")
    func rate() async {
        let tracker = RateTracker()
        #expect(await tracker.rate(of: job(0), at: Timestamp(seconds: 10)) == nil)
        #expect(await tracker.rate(of: job(100), at: Timestamp(seconds: 12)) == 50)
        #expect(await tracker.rate(of: job(400), at: Timestamp(seconds: 14)) == 100)
        #expect(await tracker.rate(of: job(400, .pending), at: Timestamp(seconds: 15)) == nil)
        #expect(await tracker.rate(of: job(500), at: Timestamp(seconds: 16)) == nil)
    }

    @Test("a clock that was set back begins the rate anew")
    func clockSetBack() async {
        let tracker = RateTracker()
        _ = await tracker.rate(of: job(0), at: Timestamp(seconds: 100))
        #expect(await tracker.rate(of: job(10), at: Timestamp(seconds: 50)) == nil)
        #expect(await tracker.rate(of: job(20), at: Timestamp(seconds: 51)) == 10)
    }

    @Test("trouble is told at once, again after the interval, and at once when it comes back")
    func notices() {
        var pace = NoticePace(interval: .seconds(10))
        let trouble: [StoreName: String] = ["s": "down"]
        #expect(pace.due(trouble, at: Timestamp(seconds: 0)).count == 1)
        #expect(pace.due(trouble, at: Timestamp(seconds: 9)).isEmpty)
        #expect(pace.due(trouble, at: Timestamp(seconds: 10)) == ["waiting for store s: down"])
        #expect(pace.due([:], at: Timestamp(seconds: 11)).isEmpty)
        #expect(pace.due(trouble, at: Timestamp(seconds: 12)).count == 1)
    }

    @Test("a launch counts for a while, unless it failed or its worker has died")
    func launches() async {
        let memory = LaunchMemory()
        #expect(await memory.shouldLaunch("j", at: Timestamp(seconds: 1)) { _ in true })
        #expect(await !memory.shouldLaunch("j", at: Timestamp(seconds: 2)) { _ in true })
        await memory.note(7, for: "j")
        #expect(await !memory.shouldLaunch("j", at: Timestamp(seconds: 3)) { _ in true })
        #expect(await memory.shouldLaunch("j", at: Timestamp(seconds: 3)) { $0 != 7 })
        await memory.forget("j")
        #expect(await memory.shouldLaunch("j", at: Timestamp(seconds: 3)) { _ in true })
        #expect(await memory.shouldLaunch("j", at: Timestamp(seconds: 8)) { _ in true })
    }
}
