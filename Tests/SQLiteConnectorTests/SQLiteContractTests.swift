import FeatureModel
import Foundation
import SQLiteConnector
import StorageAPI
import StorageContract
import Testing

/// Every place is a folder of its own.
struct SQLiteHarness: StoreHarness {
    let card = SQLiteConnector.card

    func makePlace() async throws -> ConnectorCard.Place {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("larder-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return ConnectorCard.Place(store: "embedded", config: ["path": "store.db"], directory: folder.path)
    }

    func removePlace(_ place: ConnectorCard.Place) async {
        try? FileManager.default.removeItem(atPath: place.directory)
    }
}

@Suite("SQLite and the contract")
struct SQLiteContractTests {
    @Test(
        "SQLite keeps the contract",
        arguments: StorageContract.clauses(for: SQLiteConnector.card.capabilities, abilities: []))
    func keeps(_ clause: Clause) async {
        let outcome = await clause.verify(with: SQLiteHarness())
        #expect(outcome.violation == nil)
    }
}
