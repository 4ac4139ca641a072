import FeatureModel

/// Names of feature sets as SQLite identifiers.
///
/// Names of feature sets are exact and tell upper case from lower, identifiers of SQLite do not; and any separator made of
/// characters that names may have would let two sets share a table. So the table of `nyc/Weather` is `rows:nyc/^weather`:
/// a capital is `^` and its small letter, any character that names should not have is `%` and its bytes in hex, and `/`
/// stands between project and name.
enum SQLiteName {
    /// What the names of all tables with rows begin with.
    static let prefix = "rows:"

    /// The table of a feature set, not yet quoted.
    static func table(of featureSet: FeatureSetReference) -> String {
        "\(prefix)\(encoded(featureSet.project.rawValue))/\(encoded(featureSet.name))"
    }

    /// An identifier in quotes, as it stands in SQL.
    static func quoted(_ identifier: String) -> String {
        var quoted = "\""
        for character in identifier.unicodeScalars {
            if character == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }

    private static func encoded(_ name: String) -> String {
        var encoded = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                encoded += "^"
                encoded.unicodeScalars.append(Unicode.Scalar(byte + 32))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return encoded
    }
}
