import StorageAPI
import StorageContract
import Testing

@testable import KafkaConnector

@Suite("Kafka and the contract")
struct KafkaContractTests {
    @Test(
        "Kafka keeps the contract",
        arguments: StorageContract.clauses(
            for: KafkaConnector.card.capabilities, abilities: [.unreachablePlace]))
    func keeps(_ clause: Clause) async throws {
        let outcome = await clause.verify(with: try KafkaHarness())
        #expect(outcome.violation == nil)
    }
}
