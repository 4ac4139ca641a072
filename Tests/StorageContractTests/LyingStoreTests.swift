import StorageContract
import Testing

@Suite("The contract")
struct LyingStoreTests {
    static let lies =
        CardLies.all + SinkLies.all + OnlineLies.all + HistoricalLies.all + SourceLies.all + LetterLies.all

    @Test("every clause has a liar, and every liar a clause")
    func everyClauseHasALiar() {
        let clauses = StorageContract.clauses.map(\.id).sorted()
        #expect(Set(clauses).count == clauses.count)
        #expect(Self.lies.map(\.clause).sorted() == clauses)
    }

    @Test("catches the liar", arguments: lies)
    func catches(_ lie: Lie) async throws {
        let clause = try #require(StorageContract.clauses.first { $0.id == lie.clause })
        let outcome = await clause.verify(with: lie.harness())
        guard case .violated = outcome else {
            Issue.record("a store that \(lie) is not caught by \"\(clause)\": \(outcome)")
            return
        }
    }
}
