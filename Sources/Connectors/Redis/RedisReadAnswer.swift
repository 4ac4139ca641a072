import FeatureModel
import RowCoding
import StorageAPI

/// The rows of a question, as the server's answers come in.
struct RedisReadAnswer: Sendable {
    /// One per key so far, in the order of the keys.
    private(set) var rows: [OnlineRow?] = []
    /// What is wrong with the first value that is no row.
    private(set) var fault: RowDecodingError?

    private let plan: RedisReadPlan

    init(_ plan: RedisReadPlan, keys: Int) {
        self.plan = plan
        rows.reserveCapacity(keys)
    }

    /// Decodes the values for the next keys, straight from the reply's memory.
    mutating func take(_ values: ReplyView.Elements) {
        plan.decode(values) { result in
            switch result {
            case .success(let row): rows.append(row)
            case .failure(let error):
                fault = fault ?? error
                rows.append(nil)
            }
        }
    }
}
