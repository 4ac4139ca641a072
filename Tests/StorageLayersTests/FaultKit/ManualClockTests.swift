import FaultKit
import Testing

@Suite("The manual clock")
struct ManualClockTests {
    let clock = ManualClock()

    @Test("sleepers wake when their time has come, not before")
    func wakes() async throws {
        let clock = clock
        async let short: Void = clock.sleep(for: .seconds(1))
        async let long: Void = clock.sleep(for: .seconds(5))
        await clock.sleepers(atLeast: 2)
        clock.advance(by: .seconds(1))
        try await short
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(4))
        try await long
        #expect(clock.now.elapsed == .seconds(5))
    }

    @Test("sleeping until now is no sleep")
    func dueAtOnce() async throws {
        try await clock.sleep(for: .zero)
        #expect(clock.sleeperCount == 0)
    }

    @Test("a cancelled sleeper wakes with an error")
    func cancels() async {
        let clock = clock
        let task = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.sleepers(atLeast: 1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.sleeperCount == 0)
    }
}
