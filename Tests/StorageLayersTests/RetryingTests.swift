import FaultKit
import StorageAPI
import StorageLayers
import Testing

@Suite("Retrying")
struct RetryingTests {
    let clock = ManualClock()
    let policy = RetryPolicy(maxRetries: 2, initialBackoff: .seconds(2))

    private func layer() -> Retrying {
        Retrying(policy, clock: clock, randomness: { 0.5 })
    }

    @Test("a transient error is tried again after Feast's back-off")
    func triesAgain() async {
        let attempts = Attempts(.failure(Calls.failure()), .failure(Calls.failure()), .success(7))
        async let result = outcome(of: layer()) { () async throws(StoreError) in try await attempts.next() }
        await clock.sleepers(atLeast: 1)
        #expect(attempts.count == 1)
        clock.advance(by: .milliseconds(1999))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .milliseconds(1))
        await clock.sleepers(atLeast: 1)
        #expect(attempts.count == 2)
        clock.advance(by: .seconds(3))
        #expect(await result == .success(7))
        #expect(attempts.count == 3)
    }

    @Test("when all attempts are used up, the last error ends as exhausted")
    func endsExhausted() async {
        let attempts = Attempts(.failure(Calls.failure(.throttled)), .failure(Calls.failure(.unavailable)))
        async let result = outcome(of: layer()) { () async throws(StoreError) in try await attempts.next() }
        for _ in 0..<2 {
            await clock.sleepers(atLeast: 1)
            clock.advance(by: .seconds(60))
        }
        #expect(await result == .failure(Calls.failure(.unavailable, .exhausted)))
        #expect(attempts.count == 3)
    }

    @Test("without retries a transient error is exhausted at once")
    func singleAttempt() async {
        let attempts = Attempts(.failure(Calls.failure()))
        let result = await outcome(of: Retrying(.none, clock: clock)) { () async throws(StoreError) in
            try await attempts.next()
        }
        #expect(result == .failure(Calls.failure(.unavailable, .exhausted)))
        #expect(attempts.count == 1)
    }

    @Test("a permanent error is not tried again", arguments: [StoreError.Recovery.permanent, .exhausted])
    func leavesPermanent(_ recovery: StoreError.Recovery) async {
        let attempts = Attempts(.failure(Calls.failure(.rejected, recovery)), .success(7))
        let result = await outcome(of: layer()) { () async throws(StoreError) in try await attempts.next() }
        #expect(result == .failure(Calls.failure(.rejected, recovery)))
        #expect(attempts.count == 1)
    }

    @Test("a cancellation in the pause ends as cancelled, without another attempt")
    func cancelledInPause() async {
        let attempts = Attempts(.failure(Calls.failure()), .success(7))
        let layer = layer()
        let task = Task {
            await outcome(of: layer) { () async throws(StoreError) in try await attempts.next() }
        }
        await clock.sleepers(atLeast: 1)
        task.cancel()
        guard case .failure(let error) = await task.value else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.code == .cancelled)
        #expect(attempts.count == 1)
    }

    @Test("a failure of a cancelled task ends as cancelled")
    func cancelledInAttempt() async {
        let attempts = Attempts(.failure(Calls.failure()), .success(7))
        let layer = layer()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await outcome(of: layer) { () async throws(StoreError) in try await attempts.next() }
        }
        guard case .failure(let error) = await task.value else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.code == .cancelled)
        #expect(attempts.count == 1)
    }

    @Test("every retry is told")
    func tellsRetries() async {
        let attempts = Attempts(.failure(Calls.failure()), .failure(Calls.failure()), .success(7))
        let meter = StoreMeter()
        let layer = Retrying(policy, clock: clock, randomness: { 0 }, onRetry: { meter.countRetry(of: $0) })
        async let result = outcome(of: layer) { () async throws(StoreError) in try await attempts.next() }
        for _ in 0..<2 {
            await clock.sleepers(atLeast: 1)
            clock.advance(by: .seconds(60))
        }
        #expect(await result == .success(7))
        #expect(meter.snapshot.map(\.retries) == [2])
    }
}
