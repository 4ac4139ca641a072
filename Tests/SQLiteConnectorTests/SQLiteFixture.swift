import FaultKit
import FeatureModel
import SQLiteAccess
import StorageAPI
import StorageContract

@testable import SQLiteConnector

/// A store in a folder of its own.
struct SQLiteFixture {
    let folder: TemporaryFolder
    var configuration: SQLiteConfiguration

    init() throws {
        folder = try TemporaryFolder()
        configuration = SQLiteConfiguration(store: "embedded", path: folder.path + "/store.db")
    }

    var path: String { configuration.path }

    /// The file, for looking at it past the connector.
    func database() throws -> Connection { try Connection(path: path) }

    /// Writes rows through a sink of their own.
    func write(_ rows: [ValidatedRow], of featureSet: FeatureSet, job: JobID = Sample.jobID) async throws -> WriteResult
    {
        let sink = SQLiteFeatureSink(configuration)
        let result = try await sink.write(RowBatch(featureSet: featureSet, rows: rows, jobID: job))
        await sink.close()
        return result
    }

    /// The newest rows of sensors, all features.
    func newest(_ keys: [EntityKey], of featureSet: FeatureSet) async throws -> [OnlineRow?] {
        let retriever = SQLiteOnlineRetriever(configuration)
        let request = OnlineRequest(featureSet: featureSet, keys: keys, features: Array(featureSet.features.indices))
        let rows = try await retriever.read(request)
        await retriever.close()
        return rows
    }
}
