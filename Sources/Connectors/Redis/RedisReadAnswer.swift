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
        for value in values {
            switch decoded(value) {
            case .success(let row): rows.append(row)
            case .failure(let error):
                fault = fault ?? error
                rows.append(nil)
            }
        }
    }

    /// Decodes the value for one key, straight from the reply's memory.
    func decoded(_ value: ReplyView) -> Result<OnlineRow?, RowDecodingError> {
        guard case .bulk(let bytes) = value.content else { return .success(nil) }
        do {
            return .success(row(try plan.decoder.decode(bytes)))
        } catch {
            return .failure(error)
        }
    }

    private func row(_ outcome: RedisValueOutcome) -> OnlineRow? {
        guard case .row(let features, let eventTimestamp) = outcome else { return nil }
        let values = plan.places.map { places in places.map { features[$0] } } ?? features
        return OnlineRow(eventTimestamp: eventTimestamp, createdTimestamp: nil, values: values)
    }
}
