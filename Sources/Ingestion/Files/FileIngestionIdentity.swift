public import FeatureModel
public import RowFiles

/// Ids of ingestions.
public enum FileIngestionIdentity {
    /// The id of a file's rows in a feature set: the same file gives the same id, so that a source that remembers takes
    /// each row once however often the file is ingested.
    ///
    /// - Returns: a version 8 UUID (RFC 9562) made from SHA-256.
    public static func id(ofFileWith digest: FileDigest, in featureSet: FeatureSetReference) -> IngestionID {
        let digits = Array(FileDigest(of: "\(featureSet)\n\(digest)".utf8).hex.utf8)
        return IngestionID(uuid(version: "8", digits: digits))
    }

    /// An id like no other, for taking the rows of a file again on purpose.
    public static func fresh(from generator: inout some RandomNumberGenerator) -> IngestionID {
        var bytes: [UInt8] = []
        for _ in 0..<32 { bytes.append(UInt8.random(in: .min ... .max, using: &generator)) }
        return IngestionID(uuid(version: "4", digits: Array(FileDigest(of: bytes).hex.utf8)))
    }

    private static func uuid(version: Character, digits: [UInt8]) -> String {
        var text = String(decoding: digits[0..<12], as: UTF8.self)
        text.append(version)
        text += String(decoding: digits[13..<16], as: UTF8.self)
        text += "a" + String(decoding: digits[17..<32], as: UTF8.self)
        let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)].map { start, end in
            text.dropFirst(start).prefix(end - start)
        }
        return parts.joined(separator: "-")
    }
}
