import StorageContract
import Testing

@Suite("The store in memory")
struct MemoryStoreTests {
    static let harness = MemoryHarness()

    @Test("keeps every clause of the contract", arguments: StorageContract.clauses)
    func keeps(_ clause: Clause) async {
        let outcome = await clause.verify(with: Self.harness)
        #expect(outcome.violation == nil)
    }
}
