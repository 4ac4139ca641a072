import RowFiles
import StorageAPI

/// Some rows of a file, ready to be published.
struct EncodedRows: Sendable {
    /// A row that could not be read.
    struct Bad: Sendable {
        let rowNumber: Int64
        let fault: RowFault
        let text: String
    }

    var records: [PublishedRecord] = []
    var bad: [Bad] = []
    var bytesRead: Int64 = 0

    var count: Int { records.count + bad.count }
}
