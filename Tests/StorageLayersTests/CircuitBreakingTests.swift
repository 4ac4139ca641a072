import FaultKit
import FeatureModel
import StorageAPI
import StorageLayers
import Testing

@Suite("Leaving a store alone")
struct CircuitBreakingTests {
    private static let probe = StoreCall(connector: "TEST", store: "store", operation: .probe)
    private static let open = StoreCall(connector: "TEST", store: "store", operation: .open)

    let clock = ManualClock()
    let policy = CircuitPolicy(failures: 2, rest: .seconds(1))

    private func attempt(
        _ layer: CircuitBreaking, _ result: Result<Int, StoreError>, _ call: StoreCall = Calls.write
    ) async -> (result: Result<Int, StoreError>, wasMade: Bool) {
        let attempts = Attempts(result)
        let outcome = await outcome(of: layer, call) { () async throws(StoreError) in try await attempts.next() }
        return (outcome, attempts.count == 1)
    }

    @Test("a store that does not answer is not asked again before its rest is over, and then once")
    func opensAndHeals() async throws {
        let layer = CircuitBreaking(policy, clock: clock)
        for _ in 0..<2 { #expect(await attempt(layer, .failure(Calls.failure(.timedOut))).wasMade) }
        clock.advance(by: .milliseconds(250))
        let refused = await attempt(layer, .success(7))
        #expect(!refused.wasMade)
        guard case .failure(let error) = refused.result else {
            Issue.record("it was let through")
            return
        }
        #expect(error.code == .timedOut)
        #expect(error.recovery == .transient)
        #expect(error.operation == "write rows")
        #expect(
            error.message == "it is left alone for 0.8 s more, after 2 failures in a row; the last: scripted")
        clock.advance(by: .milliseconds(750))
        #expect(await attempt(layer, .success(7)).result == .success(7))
        #expect(await attempt(layer, .failure(Calls.failure())).wasMade)
        #expect(await attempt(layer, .success(7)).wasMade)
    }

    @Test(
        "a store that refuses is there; a failure for good and a cancellation tell nothing",
        arguments: [
            Calls.failure(.rejected, .permanent), Calls.failure(.denied, .permanent),
            Calls.failure(.unavailable, .permanent), Calls.failure(.cancelled, .permanent),
        ])
    func countsOnlySilence(_ error: StoreError) async {
        let layer = CircuitBreaking(policy, clock: clock)
        for _ in 0..<5 { #expect(await attempt(layer, .failure(error)).result == .failure(error)) }
        #expect(await attempt(layer, .success(7)).wasMade)
    }

    @Test("opening a plug passes, and is not counted")
    func openingPasses() async {
        let layer = CircuitBreaking(policy, clock: clock)
        for _ in 0..<3 { #expect(await attempt(layer, .failure(Calls.failure()), Self.open).wasMade) }
        for _ in 0..<2 { #expect(await attempt(layer, .failure(Calls.failure())).wasMade) }
        #expect(await attempt(layer, .success(1), Self.open).wasMade)
        #expect(await attempt(layer, .success(7)).wasMade == false)
    }

    @Test("whoever asks how the store is gets through, and closes the circuit by an answer")
    func probesHeal() async {
        let layer = CircuitBreaking(policy, clock: clock)
        for _ in 0..<2 { _ = await attempt(layer, .failure(Calls.failure())) }
        #expect(await attempt(layer, .failure(Calls.failure()), Self.probe).wasMade)
        #expect(await attempt(layer, .success(7)).wasMade == false)
        #expect(await attempt(layer, .success(7), Self.probe).wasMade)
        #expect(await attempt(layer, .success(7)).wasMade)
    }

    @Test("a cancelled trial leaves the trial to the next attempt")
    func cancelledTrial() async {
        let layer = CircuitBreaking(policy, clock: clock)
        for _ in 0..<2 { _ = await attempt(layer, .failure(Calls.failure())) }
        clock.advance(by: .seconds(1))
        #expect(await attempt(layer, .failure(Calls.failure(.cancelled, .permanent))).wasMade)
        #expect(await attempt(layer, .success(7)).result == .success(7))
    }
}
