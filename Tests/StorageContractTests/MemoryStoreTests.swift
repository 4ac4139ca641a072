import FeatureModel
import StorageAPI
import StorageContract
import Testing

@Suite("A store in memory")
struct MemoryStoreTests {
    static let harness = MemoryHarness()

    @Test("keeps every clause of the contract", arguments: StorageContract.clauses)
    func keeps(_ clause: Clause) async {
        let outcome = await clause.verify(with: Self.harness)
        #expect(outcome.violation == nil)
    }

    /// A card that keeps no created times and outlives no changes, as Redis does not.
    static let modest = MemoryHarness { card in
        var disguise = Disguise(card)
        disguise.capabilities.subtract([.createdTime, .schemaChanges, .historical, .source, .deadLetters])
        disguise.openHistorical = nil
        disguise.openSource = nil
        disguise.openPublisher = nil
        disguise.openLetters = nil
        return disguise.card
    }

    @Test("without most of its capabilities keeps what is left", arguments: StorageContract.clauses)
    func keepsWhatIsLeft(_ clause: Clause) async {
        let outcome = await clause.verify(with: Self.modest)
        #expect(outcome.violation == nil)
    }

    @Test("what the card does not declare is said to be not applicable")
    func saysNotApplicable() async throws {
        let clause = try #require(StorageContract.clauses.first { $0.id == "historical.as-of" })
        #expect(await clause.verify(with: Self.modest) == .notApplicable("the card does not declare historical"))
        #expect(!StorageContract.clauses(for: [.sink, .online]).contains { $0.id == "historical.as-of" })
    }
}
