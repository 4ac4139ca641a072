import FeatureModel
import StorageAPI

/// The settings of an SQLite store, read.
struct SQLiteConfiguration: Sendable, Hashable {
    /// The settings that there are.
    static let settings = [
        ConnectorSetting(
            "path", .path, isRequired: true, documentation: "the database file; it is created with its first use")
    ]

    /// The store's name, for errors.
    let store: StoreName?
    /// The file, as an absolute path.
    let path: String
    /// How long to wait for another process's lock.
    var busyTimeoutMilliseconds: Int32 = 5_000
    /// The most bytes of a row; SQLite's own limit.
    var longestRow: Int32 = 1_000_000_000

    init(_ place: ConnectorCard.Place) {
        self.init(store: place.store, path: place.absolute(place.config["path"] ?? ""))
    }

    init(store: StoreName?, path: String) {
        self.store = store
        self.path = path
    }

    /// Classifies errors in the name of this store.
    var failure: SQLiteFailure { SQLiteFailure(store: store) }
}
