import FeatureModel
import RowCoding

/// Reads the payload of a dead letter, as far as it can be read.
public enum PayloadReading {
    /// The row in the bytes, or why there is none, in one sentence.
    public static func row(in payload: [UInt8]) -> PayloadContent {
        var decoder = FeatureRowDecoder()
        do throws(RowDecodingError) {
            return .row(try decoder.decode(payload))
        } catch {
            return .unreadable("\(error)")
        }
    }
}
