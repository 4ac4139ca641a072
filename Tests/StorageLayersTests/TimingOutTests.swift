import FaultKit
import StorageAPI
import StorageLayers
import Testing

@Suite("Timing out")
struct TimingOutTests {
    let clock = ManualClock()

    /// Work that waits for the clock, or is cancelled.
    private func slowWork(_ duration: Duration) -> @Sendable () async throws(StoreError) -> Int {
        let clock = clock
        return { () async throws(StoreError) -> Int in
            do {
                try await clock.sleep(for: duration)
            } catch {
                throw Calls.failure(.cancelled, .permanent)
            }
            return 7
        }
    }

    @Test("an attempt that is late ends as timed out, which is transient")
    func timesOut() async {
        async let result = outcome(of: TimingOut(after: .seconds(2), clock: clock), Calls.write, slowWork(.seconds(60)))
        await clock.sleepers(atLeast: 2)
        clock.advance(by: .seconds(2))
        guard case .failure(let error) = await result else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.code == .timedOut)
        #expect(error.recovery == .transient)
        #expect(error.description.contains("2.0 seconds"))
        #expect(clock.sleeperCount == 0)
    }

    @Test("an attempt in time is answered")
    func inTime() async {
        async let result = outcome(of: TimingOut(after: .seconds(5), clock: clock), Calls.write, slowWork(.seconds(1)))
        await clock.sleepers(atLeast: 2)
        clock.advance(by: .seconds(1))
        #expect(await result == .success(7))
    }

    @Test("the wait that the caller asked for is not lateness")
    func addsPatience() async {
        let call = StoreCall(connector: "TEST", store: nil, operation: .readSource, patience: .seconds(30))
        let layer = TimingOut(after: .seconds(2), clock: clock)
        async let result = outcome(of: layer, call, slowWork(.seconds(31)))
        await clock.sleepers(atLeast: 2)
        clock.advance(by: .seconds(31))
        #expect(await result == .success(7))
    }

    @Test("a failure in time is passed on as it is")
    func passesFailures() async {
        let attempts = Attempts(.failure(Calls.failure(.rejected, .permanent)))
        let result = await outcome(of: TimingOut(after: .seconds(2), clock: clock)) { () async throws(StoreError) in
            try await attempts.next()
        }
        #expect(result == .failure(Calls.failure(.rejected, .permanent)))
    }

    @Test("a cancelled caller gets what the plug makes of it, never timed out")
    func passesCancellation() async {
        let layer = TimingOut(after: .seconds(2), clock: clock)
        let work = slowWork(.seconds(60))
        let task = Task { await outcome(of: layer, Calls.write, work) }
        await clock.sleepers(atLeast: 2)
        task.cancel()
        #expect(await task.value == .failure(Calls.failure(.cancelled, .permanent)))
    }

    @Test("without a limit nothing is timed")
    func noLimit() async {
        async let result = outcome(of: TimingOut(after: nil, clock: clock), Calls.write, slowWork(.seconds(60)))
        await clock.sleepers(atLeast: 1)
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(60))
        #expect(await result == .success(7))
    }
}
