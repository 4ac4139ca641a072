import FeatureModel
import Operations

/// Reads a time as typed: RFC 3339 with a zone.
enum TimeText {
    static func parse(_ text: String?, option: String) throws(OperationError) -> Timestamp? {
        guard let text else { return nil }
        guard let time = Timestamp(rfc3339: text) else {
            throw OperationError(
                .invalid, "\(option) \(text) is no time", target: text,
                hint: "write RFC 3339 with a zone, such as 2013-02-01T00:00:00Z")
        }
        return time
    }
}
