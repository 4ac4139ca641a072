import StorageAPI
import StorageLayers
import Testing

@Suite("Faulty")
struct FaultyTests {
    let plan = FaultPlan()
    let attempts = Attempts(.success(7))

    private func run() async -> Result<Int, StoreError> {
        let attempts = attempts
        return await outcome(of: Faulty(plan)) { () async throws(StoreError) in try await attempts.next() }
    }

    @Test("a script is followed, and then all goes well again")
    func follows() async {
        plan.script(.write, .none, .refused(Calls.failure()), .answerLost(Calls.failure(.timedOut)))
        #expect(await run() == .success(7))
        #expect(await run() == .failure(Calls.failure()))
        #expect(attempts.count == 1)
        #expect(await run() == .failure(Calls.failure(.timedOut)))
        #expect(attempts.count == 2)
        #expect(await run() == .success(7))
        #expect(plan.calls == [Calls.write, Calls.write, Calls.write, Calls.write])
    }

    @Test("a severed connection fails until it heals")
    func severs() async {
        plan.sever(with: Calls.failure())
        #expect(await run() == .failure(Calls.failure()))
        #expect(await run() == .failure(Calls.failure()))
        plan.heal()
        #expect(await run() == .success(7))
    }

    @Test("a rule judges what the script does not")
    func rules() async {
        plan.setRule { $0.items > 2 ? .refused(Calls.failure()) : .none }
        plan.script(.write, .none)
        #expect(await run() == .success(7))
        #expect(await run() == .failure(Calls.failure()))
    }

    @Test("silence lasts until the call is cancelled")
    func silence() async {
        plan.script(.write, .silence)
        let task = Task { await run() }
        task.cancel()
        guard case .failure(let error) = await task.value else {
            Issue.record("it succeeded")
            return
        }
        #expect(error.code == .cancelled)
        #expect(attempts.count == 0)
    }
}
