import FeatureModel
import SQLiteAccess
import StorageAPI
import Testing

@testable import SQLiteConnector

@Suite("Failures of SQLite")
struct SQLiteFailureTests {
    @Test(
        "become the store's, with what can be done about them",
        arguments: [
            (DatabaseError.Condition.busy, StoreError.Code.unavailable, StoreError.Recovery.transient),
            (.full, .throttled, .transient), (.damaged, .corrupted, .permanent), (.denied, .denied, .permanent),
            (.missing, .misconfigured, .permanent), (.unreadable, .unavailable, .transient),
            (.tooBig, .rejected, .permanent), (.interrupted, .cancelled, .permanent),
            (.newer(found: 2, known: 1), .unsupported, .permanent),
        ])
    func classes(
        _ condition: DatabaseError.Condition, _ code: StoreError.Code, _ recovery: StoreError.Recovery
    ) {
        let native = DatabaseError(condition, code: 13, message: "words", path: "/data/store.db")
        let error = SQLiteFailure(store: "embedded").storeError(native, while: "write rows")
        #expect(error.code == code)
        #expect(error.recovery == recovery)
        #expect(error.store == "embedded")
        #expect(error.connector == "SQLITE")
        #expect(error.context == ["path": "/data/store.db", "sqlite": "13"])
    }
}
