import FaultKit
import FeatureModel
import StorageAPI
import StorageContract

@testable import KafkaConnector

/// What the storage contract needs to know of Kafka: a cluster of the clause's own. It has one partition, because the
/// contract asks which record is the oldest in the order of reading.
///
/// It does not offer to sever: rows that were fetched before are handed out although no broker answers any more.
/// ``KafkaOutageTests`` say what happens instead.
struct KafkaHarness: StoreHarness {
    let card = KafkaConnector.card
    let abilities: HarnessAbilities = [.unreachablePlace]
    /// A first member waits three seconds for others.
    let patience: Duration = .seconds(30)

    private let fixture: KafkaFixture

    init() throws {
        // The largest record of the contract is larger than what brokers take by default.
        fixture = try KafkaFixture(["max_message_bytes": "2000000"])
    }

    func makePlace() async throws -> ConnectorCard.Place { fixture.place }

    func removePlace(_ place: ConnectorCard.Place) async {}

    func unreachablePlace() async throws -> ConnectorCard.Place {
        let config = ["bootstrap_servers": "127.0.0.1:\(try LoopbackPort.free())", "request_timeout_ms": "500"]
        return ConnectorCard.Place(store: nil, config: card.withDefaults(config), directory: "/")
    }
}
