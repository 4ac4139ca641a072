import StorageAPI
import StorageContract
import Testing

@testable import RedisConnector

@Suite struct RedisContractTests {
    static let clauses = StorageContract.clauses(for: RedisConnector.card.capabilities)

    @Test("Redis keeps the contract", arguments: clauses)
    func keeps(_ clause: Clause) async throws {
        let outcome = await clause.verify(with: try RedisHarness())
        #expect(outcome == .passed)
    }
}
