import FaultKit
import Foundation
import LocalLogConnector
import StorageAPI
import StorageContract
import Testing

/// Every place is a folder of its own.
struct LocalLogHarness: StoreHarness {
    let card = LocalLogConnector.card

    func makePlace() async throws -> ConnectorCard.Place {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("larder-log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return ConnectorCard.Place(store: nil, config: ["path": "log.db"], directory: folder.path)
    }

    func removePlace(_ place: ConnectorCard.Place) async {
        try? FileManager.default.removeItem(atPath: place.directory)
    }
}

@Suite("The local log and the contract")
struct LocalLogContractTests {
    @Test(
        "the local log keeps the contract",
        arguments: StorageContract.clauses(for: LocalLogConnector.card.capabilities, abilities: []))
    func keeps(_ clause: Clause) async {
        let outcome = await clause.verify(with: LocalLogHarness())
        #expect(outcome.violation == nil)
    }
}
