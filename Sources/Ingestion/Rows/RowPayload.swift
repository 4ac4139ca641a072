public import FeatureModel
import RowCoding

/// Reads the bytes of single records, such as a dead letter's.
public enum RowPayload {
    /// Why bytes are no row.
    public struct Failure: Error, Sendable, Hashable {
        /// What is wrong, in one sentence, without any of the bytes.
        public let message: String
    }

    /// The row that the bytes are.
    public static func decoded(_ bytes: [UInt8]) -> Result<FeatureRow, Failure> {
        var decoder = FeatureRowDecoder()
        do throws(RowDecodingError) {
            return .success(try decoder.decode(bytes))
        } catch {
            return .failure(Failure(message: error.description))
        }
    }
}
